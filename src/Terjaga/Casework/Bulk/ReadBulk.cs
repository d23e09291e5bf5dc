using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Casework.Undoing;

namespace Terjaga.Casework.Bulk;

/// <summary>What a decision about several cases did, and which of them can still be taken back.</summary>
public sealed class ReadBulk(TerjagaDb db, ReadSharing sharing)
{
    /// <param name="CanUndo">Nothing has followed from it.</param>
    public sealed record Row(Guid Id, string Title, CaseState State, bool IsUndone, bool CanUndo);

    public sealed record View(Guid Id, CaseStep Step, Verdict? Verdict, string Reason, DateTimeOffset At, string By, IReadOnlyList<Row> Rows);

    /// <summary>Fails with <c>access.denied</c> or <c>bulk.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid actId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (await db.BulkActs.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actId, cancellationToken) is not { } act)
            return new Problem("bulk.unknown");
        var shares = await sharing.ForAsync(by, cancellationToken);
        var rows = await (
            from done in db.CaseDecisions.AsNoTracking()
            join file in db.CaseFiles.AsNoTracking() on done.CaseFileId equals file.Id
            where done.ActId == actId
            orderby file.Id
            select new Row(file.Id, file.Title, file.State, done.UndoneAt != null, false)).ToListAsync(cancellationToken);
        var open = (await db.StandingOf(db.CaseDecisions.AsNoTracking().Where(d => d.ActId == actId)).ToListAsync(cancellationToken))
            .Where(one => one.WhyNot is null).Select(one => one.File.Id).ToHashSet();
        var name = await db.Officers.AsNoTracking().Where(o => o.Id == act.OfficerId).Select(o => o.DisplayName).SingleOrDefaultAsync(cancellationToken);
        return new View(act.Id, act.Step, act.Verdict, act.Reason, act.At, name ?? "", rows.ConvertAll(row => row with { Title = shares.Say(SharedField.ReportWords, row.Title), CanUndo = open.Contains(row.Id) }));
    }
}
