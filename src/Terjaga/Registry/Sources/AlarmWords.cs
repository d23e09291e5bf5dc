namespace Terjaga.Registry.Sources;

/// <summary>Marks the words of the alarm about lists, in the mail and on the page.</summary>
public sealed class AlarmWords;
