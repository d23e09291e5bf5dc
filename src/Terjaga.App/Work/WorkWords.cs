namespace Terjaga.App.Work;

/// <summary>Words of the machine's work.</summary>
public sealed class WorkWords;
