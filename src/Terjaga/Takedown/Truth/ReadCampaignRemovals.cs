using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Sharing;

namespace Terjaga.Takedown.Truth;

/// <summary>What became of all orders of one campaign, recipient by recipient: counts and times.</summary>
public sealed class ReadCampaignRemovals(TerjagaDb db, ReadSharing sharing)
{
    /// <param name="All">Over all recipients; its name is empty.</param>
    public sealed record View(ReadRemovals.Row All, IReadOnlyList<ReadRemovals.Row> Recipients);

    /// <summary>Fails with <c>access.denied</c>, <c>access.not-shared</c> (the officer's ministry does not see orders) or <c>case.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!(await sharing.ForAsync(by, cancellationToken)).SeesWhole(SharedField.Orders))
            return new Problem("access.not-shared");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == caseFileId, cancellationToken))
            return new Problem("case.unknown");
        var table = await new RemovalFigures(db).OfCaseAsync(caseFileId, cancellationToken);
        return new View(table.All, table.Recipients);
    }
}
