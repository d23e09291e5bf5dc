using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Privacy.Opening;

/// <summary>Who asked for sealed contacts, for what, and what a second person said; never a contact.</summary>
public sealed class ListOpenings(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most rows of a page, the newest.</summary>
    public const int MaxShown = 100;

    /// <param name="IsOver">It can be agreed to or read no more.</param>
    /// <param name="IsMine">The reader asked; only they can look.</param>
    public sealed record Row(
        Guid Id, Guid ReportId, Guid AskedBy, DateTimeOffset AskedAt, string Purpose, string Reason, OpeningState State, Guid? DecidedBy,
        DateTimeOffset? DecidedAt, DateTimeOffset EndsAt, bool IsOver, bool IsMine);

    /// <summary>Fails with <c>access.denied</c>.</summary>
    /// <param name="reportId">Of one report; null for all.</param>
    public async Task<Result<IReadOnlyList<Row>>> RunAsync(Acting by, Guid? reportId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.SeeOpenings))
            return new Problem("access.denied");
        var now = clock.GetUtcNow();
        var found = await db.SealedOpenings.AsNoTracking().Where(o => reportId == null || o.ReportId == reportId)
            .OrderByDescending(o => o.Id).Take(MaxShown).ToListAsync(cancellationToken);
        return found.ConvertAll(o => new Row(
            o.Id, o.ReportId, o.AskedBy, o.AskedAt, o.Purpose, o.Reason, o.State, o.DecidedBy, o.DecidedAt, o.EndsAt, o.EndsAt <= now, o.AskedBy == by.OfficerId));
    }
}
