using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Queues;
using Terjaga.Common.Events;
using Terjaga.Evidence;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>One case file with all that people need to decide about it; no contact of any reporter.</summary>
public sealed class ReadCase(TerjagaDb db)
{
    /// <summary>Most reports and most events shown; the newest first.</summary>
    public const int MaxShown = 200;

    /// <param name="Screening">The engine's answer as JSON; see the contract of <c>screen</c>.</param>
    public sealed record ReportRow(Guid Id, DateTimeOffset FiledAt, Guid? ItemId, string Words, string? Screening);

    /// <summary>One place that showed the offer.</summary>
    public sealed record ItemRow(Guid Id, string Address, string Host);

    /// <summary>One thing that happened, to the case or to one of its orders.</summary>
    public sealed record EventRow(DateTimeOffset At, Guid SubjectId, string Kind, string Actor, string? Reason);

    public sealed record View(
        Guid Id, CaseState State, int Version, Band Band, bool IsDanger, string Title, DateTimeOffset OpenedAt,
        DateTimeOffset ChangedAt, int ReportCount, IReadOnlyList<ItemRow> Items, IReadOnlyList<ReportRow> Reports);

    /// <summary>The case; where it became part of another one, that one. Fails with <c>access.denied</c> or <c>case.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == id, cancellationToken))
            return new Problem("case.unknown");
        id = await db.RootOfAsync(id, cancellationToken);
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);

        var reports = await (
            from report in db.CaseReports.AsNoTracking()
            join screening in db.Screenings.AsNoTracking() on report.ReportId equals screening.ReportId into screenings
            from screening in screenings.DefaultIfEmpty()
            where report.CaseFileId == id
            orderby report.ReportId descending
            select new ReportRow(
                report.ReportId, report.FiledAt, report.ItemId, report.Words, screening == null ? null : screening.Answer))
            .Take(MaxShown).ToListAsync(cancellationToken);
        return new View(
            file.Id, file.State, file.Version, file.Band, file.Rank >= QueueRank.Danger, file.Title, file.OpenedAt,
            file.ChangedAt, await db.CaseReports.CountAsync(r => r.CaseFileId == id, cancellationToken), await db.ItemsOfCaseAsync(id, cancellationToken), reports);
    }

    /// <summary>What happened to the case and to the given other things, in order.</summary>
    public async Task<IReadOnlyList<EventRow>> EventsAsync(
        Guid id, IEnumerable<Guid> others, CancellationToken cancellationToken)
    {
        Guid[] subjects = [id, .. others];
        var events = await db.Events.AsNoTracking().Where(e => subjects.Contains(e.SubjectId))
            .OrderByDescending(e => e.Id).Take(MaxShown).ToListAsync(cancellationToken);
        return [.. events.AsEnumerable().Reverse().Select(e =>
            new EventRow(e.At, e.SubjectId, e.Kind, e.Actor.Value, e.Reason))];
    }
}

internal static class CaseItems
{
    extension(TerjagaDb db)
    {
        /// <summary>The places of a case, oldest first.</summary>
        public async Task<List<ReadCase.ItemRow>> ItemsOfCaseAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var items = db.CaseReports.Where(r => r.CaseFileId == caseFileId && r.ItemId != null).Select(r => r.ItemId!.Value);
            var found = await db.Items.AsNoTracking().Where(i => items.Contains(i.Id)).OrderBy(i => i.Id)
                .ToListAsync(cancellationToken);
            return found.ConvertAll(i => new ReadCase.ItemRow(i.Id, i.Address.Value, i.Address.Host));
        }
    }
}
