namespace Terjaga.App.Casework.Danger;

/// <summary>Words of the queue of people in danger, and of one file of it.</summary>
public sealed class DangerWords;
