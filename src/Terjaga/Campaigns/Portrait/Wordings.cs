using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Terjaga.Screening.Similarity;

namespace Terjaga.Campaigns.Portrait;

/// <summary>In how many ways a campaign words its offer: texts that differ in numbers, links and names only are one wording.</summary>
public sealed class Wordings
{
    /// <summary>Most wordings that are shown, by letters from A on.</summary>
    public const int MaxShown = 20;

    /// <summary>Characters of a text that are read to tell wordings apart: the longest message of Telegram.</summary>
    private const int MaxRead = Sighting.MaxWords;

    /// <summary>Characters of all texts that are read: about a second, also if somebody floods the desk with long texts.</summary>
    private const int MaxReadInAll = 10_000_000;

    /// <summary>
    /// Of the characters read, how many are compared once numbers, links and names are out: three in four, so that the length
    /// of those does not decide where a long text ends.
    /// </summary>
    private const double ComparedShare = 0.75;

    /// <summary>For each text as it was sent, the rank of its wording.</summary>
    private readonly Dictionary<string, int> _ranks;

    private Wordings(IReadOnlyList<WordingTally> ranked, Dictionary<string, int> ranks, int withoutWords)
    {
        _ranks = ranks;
        Shown = [.. ranked.Take(MaxShown).Select((tally, rank) => Wording.Of(rank, tally, ranked[0]))];
        Count = ranked.Count;
        OtherSightingCount = ranked.Skip(MaxShown).Sum(tally => tally.Count);
        WithoutWordsCount = withoutWords;
    }

    /// <summary>The most frequent first; of equally frequent ones the oldest.</summary>
    public IReadOnlyList<Wording> Shown { get; }

    /// <summary>All wordings, with those that are not shown.</summary>
    public int Count { get; }

    /// <summary>Sightings of wordings that are not shown.</summary>
    public int OtherSightingCount { get; }

    /// <summary>Sightings that say nothing.</summary>
    public int WithoutWordsCount { get; }

    /// <summary>Linear in the sightings; of very long or very many texts the beginnings are compared.</summary>
    public static Wordings Of(IReadOnlyCollection<Sighting> sightings, NameMasks masks)
    {
        var texts = new Dictionary<string, WordingTally>(StringComparer.Ordinal);
        foreach (var sighting in sightings.Where(HasWords))
            TallyOf(texts, sighting.Words).Add(sighting.Words, sighting.At);
        var groups = new Dictionary<UInt128, WordingTally>();
        var groupOf = new Dictionary<string, WordingTally>(StringComparer.Ordinal);
        var read = texts.Count == 0 ? 0 : Math.Min(MaxRead, MaxReadInAll / texts.Count);
        foreach (var (words, tally) in texts)
        {
            groupOf[words] = TallyOf(groups, Key(words, read, masks));
            groupOf[words].Add(tally);
        }

        List<WordingTally> ranked =
        [
            .. groups.Values.OrderByDescending(group => group.Count).ThenBy(group => group.FirstSeenAt)
                .ThenBy(group => group.Text, StringComparer.Ordinal),
        ];
        var rankOf = ranked.Index().ToDictionary(group => group.Item, group => group.Index);
        return new Wordings(
            ranked, groupOf.ToDictionary(text => text.Key, text => rankOf[text.Value], StringComparer.Ordinal),
            sightings.Count(sighting => !HasWords(sighting)));
    }

    /// <summary>Rank of the wording of a sighting, from 0 on, also of one that is not shown; null where it has no words.</summary>
    internal int? RankOf(Sighting sighting) => _ranks.TryGetValue(sighting.Words, out var rank) ? rank : null;

    private static bool HasWords(Sighting sighting) => !string.IsNullOrWhiteSpace(sighting.Words);

    private static WordingTally TallyOf<TKey>(Dictionary<TKey, WordingTally> tallies, TKey key)
        where TKey : notnull =>
        tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new WordingTally();

    /// <summary>Half of a SHA-256: long texts need not be kept, and nobody can write two that meet.</summary>
    private static UInt128 Key(string words, int read, NameMasks masks)
    {
        var masked = MaskedText.Of(words[..Math.Min(words.Length, read)], masks).Text;
        var compared = Math.Min(masked.Length, (int)(read * ComparedShare));
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(masked[..compared])));
    }
}
