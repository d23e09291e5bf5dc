using Microsoft.EntityFrameworkCore;
using Terjaga.Campaigns.Indicators;
using Terjaga.Campaigns.Prints;
using Terjaga.Evidence;
using Terjaga.Screening.Linking;
using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns;

/// <summary>Finds the reports that are copies of one, by words, pictures and contacts, and compares each of them in full.</summary>
public sealed class FindCopies(TerjagaDb db, PrintIndex index, NameMasks masks)
{
    /// <summary>Reports of each sort that are compared, word by word.</summary>
    public const int MaxCandidates = 8;

    /// <summary>Looks up the words of reports: who has them is not for this area to know.</summary>
    public delegate Task<IReadOnlyDictionary<Guid, string>> WordsOf(IReadOnlyCollection<Guid> reportIds, CancellationToken cancellationToken);

    /// <summary>
    /// The copies among all reports whose print was committed before the call, the strongest first; none for a report
    /// without a print.
    /// </summary>
    /// <remarks>
    /// Of two reports that are filed at once the one that looks later sees the other: both are stored before either looks.
    /// </remarks>
    internal async Task<IReadOnlyList<Copy>> RunAsync(Guid reportId, WordsOf wordsOf, CancellationToken cancellationToken)
    {
        if (await db.Prints.AsNoTracking().SingleOrDefaultAsync(p => p.ReportId == reportId, cancellationToken) is not { } print)
            return [];
        await index.RefreshAsync(db, cancellationToken);
        var found = index.Find(Fingerprint.FromBytes(print.Words), PictureLooks.Read(print.Pictures), MaxCandidates);
        var bits = await BitsAsync(found, cancellationToken);
        var contacts = await ContactsAsync(reportId, cancellationToken);
        Guid[] ids = [.. found.Select(candidate => candidate.ReportId).Concat(bits.Keys).Concat(contacts.SelectMany(c => c.Value)).Where(id => id != Guid.Empty && id != reportId).Distinct()];
        if (ids.Length == 0)
            return [];

        var words = await wordsOf([reportId, .. ids], cancellationToken);
        var own = ShinglesOf(words.GetValueOrDefault(reportId));
        var strengths = await StrengthsAsync([.. contacts.Keys], cancellationToken);
        return
        [
            .. ids.Select(id => Copy.Of(
                    id, Likeness.Of(own, ShinglesOf(words.GetValueOrDefault(id))), bits.TryGetValue(id, out var distance) ? distance : null,
                    contacts.Where(contact => contact.Value.Contains(id)).ToDictionary(contact => contact.Key, contact => strengths[contact.Key])))
                .OfType<Copy>().OrderByDescending(copy => copy.Strength).ThenBy(copy => copy.ReportId),
        ];
    }

    /// <summary>The report whose words are the nearest copy of a text, by what this process knows; null where there is none.</summary>
    internal async Task<Guid?> NearestAsync(string text, WordsOf wordsOf, CancellationToken cancellationToken)
    {
        var masked = MaskedText.Of(text, masks);
        var found = index.Find(Fingerprint.Of(masked), [], MaxCandidates).Select(candidate => candidate.ReportId).ToList();
        if (found.Count == 0)
            return null;
        var (own, words) = (Shingles.Of(masked), await wordsOf(found, cancellationToken));
        return found.Where(words.ContainsKey).Select(id => new { Id = id, Likeness = Likeness.Of(own, ShinglesOf(words[id])) })
            .Where(other => other.Likeness.AreCopies).MaxBy(other => other.Likeness.Resemblance)?.Id;
    }

    private async Task<Dictionary<Guid, int>> BitsAsync(IReadOnlyList<PrintIndex.Candidate> found, CancellationToken cancellationToken)
    {
        var byNumber = found.Where(candidate => candidate.Distance is not null).ToDictionary(candidate => candidate.Number, candidate => candidate.Distance!.Value);
        if (byNumber.Count == 0)
            return [];
        var reports = await db.Prints.AsNoTracking().Where(p => byNumber.Keys.Contains(p.Number))
            .Select(p => new { p.Number, p.ReportId }).ToListAsync(cancellationToken);
        return reports.ToDictionary(p => p.ReportId, p => byNumber[p.Number]);
    }

    /// <summary>For each contact that links, the first and the last other report that names it.</summary>
    private async Task<Dictionary<string, List<Guid>>> ContactsAsync(Guid reportId, CancellationToken cancellationToken)
    {
        var keys = await db.ContactSightings.AsNoTracking().Where(s => s.ReportId == reportId).Select(s => s.Key).ToListAsync(cancellationToken);
        var silent = await db.Contacts.AsNoTracking().Where(c => keys.Contains(c.Key) && c.Standing != ContactStanding.Links)
            .Select(c => c.Key).ToListAsync(cancellationToken);
        var found = new Dictionary<string, List<Guid>>(StringComparer.Ordinal);
        foreach (var key in keys.Except(silent, StringComparer.Ordinal))
        {
            var others = db.ContactSightings.AsNoTracking().Where(s => s.Key == key && s.ReportId != reportId).Select(s => s.ReportId);
            var first = await others.OrderBy(id => id).Take(1).ToListAsync(cancellationToken);
            if (first.Count > 0)
                found[key] = [.. first.Concat(await others.OrderByDescending(id => id).Take(1).ToListAsync(cancellationToken)).Distinct()];
        }

        return found;
    }

    private async Task<Dictionary<string, double>> StrengthsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var joined = await db.Contacts.AsNoTracking().Where(c => keys.Contains(c.Key)).ToDictionaryAsync(c => c.Key, c => c.JoinedCount, cancellationToken);
        return keys.ToDictionary(key => key, key => LinkRules.OfContact(key, joined.GetValueOrDefault(key)));
    }

    private Shingles ShinglesOf(string? words) => Shingles.Of(MaskedText.Of(words ?? "", masks));
}
