using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Care;
using Terjaga.Common.Events;
using Terjaga.Privacy;

namespace Terjaga.Casework.Danger;

/// <summary>One danger file with what was written and what was done; the contact stays sealed.</summary>
public sealed class ReadDanger(TerjagaDb db, OpenMaterial care, TimeProvider clock)
{
    /// <summary>Most events shown; the newest.</summary>
    private const int MaxEvents = 200;

    /// <param name="HasContact">Whether a contact is sealed with the report; two persons can open it.</param>
    /// <param name="Words">Empty where nothing was written, and where <paramref name="Share"/> says that they are not shown.</param>
    /// <param name="Share">Of hard material; it withholds the words until they are asked for with a reason, and nothing else.</param>
    public sealed record View(DangerRow File, string Words, bool HasContact, DayShare Share, IReadOnlyList<ReadCase.EventRow> Events);

    /// <summary>What holds the orders of a case; empty where nothing does.</summary>
    public sealed record Held(IReadOnlyList<DangerRow> Files);

    /// <summary>Opening it is counted; see <see cref="OpenMaterial"/>. Fails with <c>access.denied</c> or <c>danger.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid reportId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadDanger))
            return new Problem("access.denied");
        if (await db.DangerFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ReportId == reportId, cancellationToken) is not { } file)
            return new Problem("danger.unknown");
        var caseFileId = await db.CaseReports.Where(r => r.ReportId == reportId).Select(r => (Guid?)r.CaseFileId).SingleOrDefaultAsync(cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == reportId).OrderByDescending(e => e.Id).Take(MaxEvents).ToListAsync(cancellationToken);
        var share = await care.RunAsync(by.Actor, HardMaterial.OfDanger(reportId), cancellationToken);
        return new View(
            DangerRow.Of(file, caseFileId, clock.GetUtcNow()), share.IsShown ? file.Words : "",
            await db.SealedContacts.AnyAsync(c => c.ReportId == reportId, cancellationToken), share,
            [.. events.AsEnumerable().Reverse().Select(e => new ReadCase.EventRow(e.At, e.SubjectId, e.Kind, e.Actor.Value, e.Reason))]);
    }

    /// <summary>
    /// The officer needs the words of one file past today's share, and says why. Fails with <c>access.denied</c>, <c>danger.unknown</c>,
    /// or what <see cref="OpenMaterial.GoOnAsync"/> tells.
    /// </summary>
    public async Task<Result<Done>> GoOnAsync(Acting by, Guid reportId, string? reason, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadDanger))
            return new Problem("access.denied");
        return await db.DangerFiles.AnyAsync(f => f.ReportId == reportId, cancellationToken)
            ? await care.GoOnAsync(by.Actor, HardMaterial.OfDanger(reportId), reason, cancellationToken)
            : new Problem("danger.unknown");
    }

    /// <summary>For the page of a case: what holds its orders. Whoever may read the case may know that, and no reason of it.</summary>
    public async Task<Held> OfCaseAsync(Guid caseFileId, CancellationToken cancellationToken)
    {
        var files = await db.HeldIn(caseFileId).AsNoTracking().OrderBy(f => f.Level).ThenBy(f => f.DueAt).Take(MaxEvents).ToListAsync(cancellationToken);
        return new Held(files.ConvertAll(file => DangerRow.Of(file, caseFileId, clock.GetUtcNow())));
    }
}
