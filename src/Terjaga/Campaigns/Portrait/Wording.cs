using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns.Portrait;

/// <summary>One way in which a campaign words its offer, numbers and names aside.</summary>
/// <param name="Letter">A, B, C … from the most frequent on.</param>
/// <param name="Text">Of the copies that say this the most frequent, from its beginning.</param>
/// <param name="IsCut">Whether the copy goes on.</param>
/// <param name="Count">Sightings.</param>
/// <param name="Differences">What the most frequent wording has not; in <paramref name="Text"/>, in order.</param>
/// <param name="Missing">What of the most frequent wording is not here; in the text of that, in order.</param>
/// <param name="HiddenCount">Differences behind the end of the shown texts.</param>
public sealed record Wording(
    string Letter, string Text, bool IsCut, int Count, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt,
    IReadOnlyList<TextSpan> Differences, IReadOnlyList<TextSpan> Missing, int HiddenCount)
{
    /// <summary>Characters of a copy that are shown; most offers are shorter.</summary>
    public const int MaxShown = 1_200;

    internal static Wording Of(int rank, WordingTally tally, WordingTally commonest)
    {
        var (text, reference) = (tally.Text, commonest.Text);
        var agreement = Agreement.Of(reference, text);
        var (shown, shownReference) = (ShownLength(text), ShownLength(reference));
        var (differences, missing) = (Clip(agreement.OnlyInSecond, shown), Clip(agreement.OnlyInFirst, shownReference));
        return new Wording(
            ((char)('A' + rank)).ToString(), text[..shown], shown < text.Length, tally.Count, tally.FirstSeenAt, tally.LastSeenAt,
            differences, missing,
            agreement.OnlyInSecond.Count + agreement.OnlyInFirst.Count - differences.Count - missing.Count);
    }

    private static int ShownLength(string text) => text.Length <= MaxShown ? text.Length
        : char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown;

    private static List<TextSpan> Clip(IReadOnlyList<TextSpan> spans, int length) =>
        [.. spans.Where(span => span.Start < length).Select(span => span with { End = Math.Min(span.End, length) })];
}
