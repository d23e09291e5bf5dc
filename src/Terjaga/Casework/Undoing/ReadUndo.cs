using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Undoing;

/// <summary>Whether the last decision about a case can be taken back, and where that leads.</summary>
public sealed class ReadUndo(TerjagaDb db)
{
    /// <param name="Duty">Who may take it back.</param>
    /// <param name="Becomes">The state of the case after that.</param>
    /// <param name="WhyNot">The code of what puts it right instead; null where it can be taken back.</param>
    public sealed record View(Duty Duty, CaseState Becomes, string? WhyNot);

    /// <summary>Null where the case is not as a decision left it, or the officer may not read cases.</summary>
    public async Task<View?> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return null;
        var files = db.CaseFiles;
        var last = db.CaseDecisions.AsNoTracking().Where(d => d.CaseFileId == caseFileId
            && files.Any(c => c.Id == caseFileId && c.Version == d.VersionAfter && c.MergedIntoId == null));
        return await db.StandingOf(last).SingleOrDefaultAsync(cancellationToken) is { } found
            ? new View(found.Decision.Duty, CaseFlow.BackFrom(found.File.State, found.Decision.StateBefore), found.WhyNot?.Code)
            : null;
    }
}
