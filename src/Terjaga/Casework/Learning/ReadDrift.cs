using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Screening;

namespace Terjaga.Casework.Learning;

/// <summary>Whether what comes in lately is still like what came before: scores by part, and how often each sign is offered.</summary>
public sealed class ReadDrift(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Answers that are looked at, the newest; days that count as lately; days before them that they are compared with.</summary>
    public const int MaxAnswers = 5_000, RecentDays = 28, EarlierDays = 56;

    /// <summary>Signs that are shown: those whose share changed most.</summary>
    public const int MaxSigns = 12;

    private const int Parts = 10;

    /// <summary>Of all reports of a time, the share (0 to 1) lately and before.</summary>
    public sealed record Share(double Recent, double Earlier);

    /// <param name="Recent">Reports lately; <paramref name="Earlier"/>: before.</param>
    /// <param name="Index">As <see cref="StabilityIndex"/> gives it; null while one of the two times has no report.</param>
    /// <param name="Scores">By part of the score, tenths from 0 to 1.</param>
    /// <param name="Signs">By sign of the catalogue, greatest change first.</param>
    public sealed record View(
        int Recent, int Earlier, double? Index, IReadOnlyList<Share> Scores, IReadOnlyList<KeyValuePair<string, Share>> Signs);

    private sealed record Row(DateTimeOffset At, double Score, string Answer);

    /// <summary>Fails with <c>access.denied</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        var now = clock.GetUtcNow();
        var rows = await db.Screenings.AsNoTracking().OrderByDescending(s => s.ReportId)
            .Select(s => new Row(s.At, s.Score, s.Answer)).Take(MaxAnswers).ToListAsync(cancellationToken);
        var recent = rows.FindAll(row => row.At > now.AddDays(-RecentDays));
        var earlier = rows.FindAll(row => row.At <= now.AddDays(-RecentDays) && row.At > now.AddDays(-RecentDays - EarlierDays));
        var (recentParts, earlierParts) = (ByPart(recent), ByPart(earlier));
        return new View(
            recent.Count, earlier.Count, StabilityIndex.Of(recentParts, earlierParts),
            [.. recentParts.Zip(earlierParts, (r, e) => ShareOf(r, recent.Count, e, earlier.Count))],
            [.. Signs(recent, earlier)]);
    }

    private static IEnumerable<KeyValuePair<string, Share>> Signs(List<Row> recent, List<Row> earlier)
    {
        var (recentSigns, earlierSigns) = (BySign(recent), BySign(earlier));
        return recentSigns.Keys.Union(earlierSigns.Keys, StringComparer.Ordinal)
            .Select(sign => KeyValuePair.Create(sign, ShareOf(
                recentSigns.GetValueOrDefault(sign), recent.Count, earlierSigns.GetValueOrDefault(sign), earlier.Count)))
            .OrderByDescending(sign => Math.Abs(sign.Value.Recent - sign.Value.Earlier)).ThenBy(sign => sign.Key, StringComparer.Ordinal)
            .Take(MaxSigns);
    }

    private static Share ShareOf(int recent, int ofRecent, int earlier, int ofEarlier) =>
        new(recent / (double)Math.Max(ofRecent, 1), earlier / (double)Math.Max(ofEarlier, 1));

    private static int[] ByPart(List<Row> rows)
    {
        var counts = new int[Parts];
        foreach (var row in rows)
            counts[Math.Clamp((int)(row.Score * Parts), 0, Parts - 1)]++;
        return counts;
    }

    private static Dictionary<string, int> BySign(List<Row> rows)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var answer = JsonSerializer.Deserialize(row.Answer, ScreeningJson.Default.ScreeningResult);
            foreach (var sign in answer!.Signals.Where(s => s.State == SignalState.Offered).Select(s => s.Id).Distinct(StringComparer.Ordinal))
                counts[sign] = counts.GetValueOrDefault(sign) + 1;
        }

        return counts;
    }
}
