namespace Terjaga.Takedown.Answers;

/// <summary>What can happen to a letter itself, as its events call it; they are the proof that it came.</summary>
internal static class LetterEvents
{
    /// <summary>The recipient fetched it with its key; an officer brought it.</summary>
    public const string Fetched = "letter.fetched", HandedOver = "letter.handed-over";
}
