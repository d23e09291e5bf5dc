using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Danger;

/// <summary>How many people in danger nobody has answered yet, for the head of every page of the desk.</summary>
public sealed class CountDanger(TerjagaDb db)
{
    /// <summary>Counted up to here: a hundred that nobody has answered is told no better by a larger number.</summary>
    public const int MaxCounted = 100;

    /// <param name="Newest">The report of the newest one; null where there is none. A page that knows another one rings.</param>
    public sealed record Waiting(int P0, int P1, Guid? Newest);

    /// <summary>Fails with <c>access.denied</c>. One look into an index that holds only those.</summary>
    public async Task<Result<Waiting>> RunAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        var files = await db.DangerFiles.Where(f => f.AnsweredAt == null).OrderBy(f => f.Level).ThenBy(f => f.DueAt).ThenBy(f => f.ReportId)
            .Select(f => new { f.Level, f.DueAt, f.ReportId }).Take(MaxCounted).ToListAsync(cancellationToken);
        var urgent = files.Count(f => f.Level == DangerLevel.P0);
        return new Waiting(urgent, files.Count - urgent, files.OrderByDescending(f => f.DueAt).ThenByDescending(f => f.ReportId).FirstOrDefault()?.ReportId);
    }
}
