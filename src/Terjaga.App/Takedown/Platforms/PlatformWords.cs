namespace Terjaga.App.Takedown.Platforms;

/// <summary>Marks the words of the side of the recipients.</summary>
public sealed class PlatformWords;
