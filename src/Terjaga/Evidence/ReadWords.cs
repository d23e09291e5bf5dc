namespace Terjaga.Evidence;

/// <summary>The words that were read in a picture.</summary>
/// <param name="Text">In reading order, a line of the picture each; empty where it has none.</param>
/// <param name="Confidence">Mean of all words, 0 to 1; null where there are none.</param>
internal sealed record ReadWords(string Text, double? Confidence)
{
    public static ReadWords None { get; } = new("", null);
}
