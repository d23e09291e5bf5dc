using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Screening;
using Terjaga.Screening.Learning;
using Terjaga.Screening.Model;

namespace Terjaga.Casework.Learning;

/// <summary>How the models of the desk do: beside each other, against what people decided, and week by week.</summary>
public sealed class ReadLearning(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Reports that are looked at, the newest; weeks that are shown.</summary>
    public const int MaxReports = 20_000, Weeks = 12;

    /// <summary>Into how many parts scores are divided.</summary>
    public const int Parts = 5;

    private const int DaysOfWeek = 7;

    public sealed record ModelRow(string Version, ModelState State, DateTimeOffset AddedAt, string Card);

    /// <param name="Figures">Against what people decided; null while either kind of decision is missing.</param>
    public sealed record Standing(string Version, int Reports, int DangerSigns, Figures? Figures);

    /// <param name="From">First day, in UTC.</param>
    public sealed record Week(DateOnly From, int Reports, int Check, int DangerSigns, double MeanScore);

    /// <summary>Of the decided reports whose score lies in one part: how many people verified.</summary>
    public sealed record Part(double From, double To, int Decided, int Verified);

    public sealed record View(
        IReadOnlyList<ModelRow> Models, IReadOnlyList<Standing> Standings, IReadOnlyList<Week> ByWeek, IReadOnlyList<Part> Calibration);

    private sealed record Row(Guid ReportId, DateTimeOffset At, double Score, Band Band, string? Model, CaseState State);

    /// <summary>Fails with <c>access.denied</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        var models = await db.Models.AsNoTracking().OrderByDescending(m => m.AddedAt)
            .Select(m => new ModelRow(m.Version, m.State, m.AddedAt, m.Card)).ToListAsync(cancellationToken);
        var rows = await (
            from screening in db.Screenings.AsNoTracking()
            join report in db.CaseReports.AsNoTracking() on screening.ReportId equals report.ReportId
            join file in db.CaseFiles.AsNoTracking() on report.CaseFileId equals file.Id
            orderby screening.ReportId descending
            select new Row(screening.ReportId, screening.At, screening.Score, screening.Band, screening.Model, file.State))
            .Take(MaxReports).ToListAsync(cancellationToken);
        var decided = rows.FindAll(row => row.State != CaseState.New);
        return new View(models, await StandingsAsync(rows, models, cancellationToken), ByWeek(rows), Calibration(decided));
    }

    private async Task<List<Standing>> StandingsAsync(List<Row> rows, List<ModelRow> models, CancellationToken cancellationToken)
    {
        var standings = rows.GroupBy(row => row.Model ?? "").OrderByDescending(group => group.Max(row => row.At))
            .Select(group => Stand(group.Key, [.. group])).ToList();
        if (models.Find(model => model.State == ModelState.Shadow) is not { } shadow)
            return standings;

        var states = rows.ToDictionary(row => row.ReportId);
        var scores = await db.ShadowScores.AsNoTracking().Where(s => s.Version == shadow.Version)
            .OrderByDescending(s => s.ReportId).Take(MaxReports).ToListAsync(cancellationToken);
        standings.Add(Stand(shadow.Version, [.. scores.Where(s => states.ContainsKey(s.ReportId)).Select(s => states[s.ReportId] with { Score = s.Score, Band = s.Band })]));
        return standings;
    }

    private static Standing Stand(string version, List<Row> rows)
    {
        var scored = rows.Where(row => row.State != CaseState.New)
            .Select(row => new Figures.Scored(row.Score, row.State is not (CaseState.Dismissed or CaseState.Correcting), 1)).ToList();
        var hasBoth = scored.Exists(one => one.IsPositive) && scored.Exists(one => !one.IsPositive);
        return new Standing(
            version, rows.Count, rows.Count(row => row.Band == Band.DangerSigns), hasBoth ? Figures.Of(scored, Bands.DangerSigns) : null);
    }

    private List<Week> ByWeek(List<Row> rows)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. Enumerable.Range(0, Weeks).Select(ago => today.AddDays(-(DaysOfWeek * (ago + 1)) + 1)).Select(from =>
        {
            var own = rows.FindAll(row => DateOnly.FromDateTime(row.At.UtcDateTime) is var day && day >= from && day < from.AddDays(DaysOfWeek));
            return new Week(
                from, own.Count, own.Count(row => row.Band == Band.Check), own.Count(row => row.Band == Band.DangerSigns),
                own.Count == 0 ? 0 : own.Average(row => row.Score));
        })];
    }

    private static List<Part> Calibration(List<Row> decided) => [.. Enumerable.Range(0, Parts).Select(part =>
    {
        var (from, to) = (part / (double)Parts, (part + 1) / (double)Parts);
        var own = decided.FindAll(row => row.Score >= from && (row.Score < to || part == Parts - 1));
        return new Part(from, to, own.Count, own.Count(row => row.State is not (CaseState.Dismissed or CaseState.Correcting)));
    })];
}
