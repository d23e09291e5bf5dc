namespace Terjaga.App.Casework.Care;

/// <summary>Words with which the desk looks after those who look at hard material.</summary>
public sealed class CareWords;
