using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Joining;

namespace Terjaga.Casework.Warnings;

/// <summary>What both persons look at before the public is warned.</summary>
internal static class WarnedCase
{
    extension(TerjagaDb db)
    {
        /// <summary>The case that people decide about. Fails with <c>case.unknown</c>.</summary>
        public async Task<Result<Guid>> WarnedCaseAsync(Guid id, CancellationToken cancellationToken) =>
            await db.CaseFiles.AnyAsync(c => c.Id == id, cancellationToken) ? await db.RootOfAsync(id, cancellationToken) : new Problem("case.unknown");

        /// <summary>Ids of danger signs, the most frequent first. Fails with <c>warning.not-verified</c> or <c>warning.no-signs</c>.</summary>
        public async Task<Result<List<string>>> SignsToWarnOfAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var state = await db.CaseFiles.Where(c => c.Id == caseFileId).Select(c => c.State).SingleAsync(cancellationToken);
            if (state is CaseState.New or CaseState.Dismissed or CaseState.Correcting)
                return new Problem("warning.not-verified");
            var signs = await db.SignsOfCaseAsync(caseFileId, PublicWarning.MaxSigns, cancellationToken);
            return signs.Count == 0 ? new Problem("warning.no-signs") : signs;
        }
    }
}
