using Terjaga.Screening.Linking;

namespace Terjaga.Campaigns;

/// <summary>An earlier or later report that is taken to come from the same crew, and all that the two have in common.</summary>
/// <param name="Kind">What says most.</param>
/// <param name="Strength">Of all together: 0 to 1, see <see cref="LinkRules"/>.</param>
/// <param name="Resemblance">Of the words: 0 to 1.</param>
/// <param name="Bits">In which two of their pictures differ; null where none look alike.</param>
/// <param name="Contacts">That both name and that still link.</param>
internal sealed record Copy(
    Guid ReportId, LinkKind Kind, double Strength, double Resemblance, int? Bits, IReadOnlyList<string> Contacts)
{
    /// <summary>Puts together what was found; null where nothing links the two.</summary>
    /// <param name="contacts">With the strength of each.</param>
    public static Copy? Of(Guid reportId, Screening.Similarity.Likeness words, int? bits, IReadOnlyDictionary<string, double> contacts)
    {
        var byContacts = LinkRules.Together(contacts.Values);
        var byWords = LinkRules.OfWords(words) ?? 0;
        var byPicture = (bits is { } distance ? LinkRules.OfPictures(distance, words, contacts.Count > 0) : null) ?? 0;
        var strength = LinkRules.Together([byWords, byPicture, byContacts]);
        if (strength < LinkRules.IsProposed)
            return null;
        var kind = byWords >= LinkRules.Joins ? LinkKind.Words : byPicture > byContacts ? LinkKind.Picture : LinkKind.Identifier;
        return new Copy(reportId, kind, strength, words.Resemblance, byPicture > 0 ? bits : null, [.. contacts.Keys.Order(StringComparer.Ordinal)]);
    }
}
