namespace Terjaga.Takedown.Notices;

/// <summary>A paragraph of an official letter.</summary>
internal sealed record LetterLine(string Text, bool IsHead = false);
