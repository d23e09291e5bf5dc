using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Appeals;

/// <summary>Appeals that a recipient of orders makes itself, without an officer who writes it down.</summary>
internal static class RecipientAppeals
{
    extension(TerjagaDb db)
    {
        /// <summary>Opens the appeal of recipients for the case that people decide about, unless one waits already; the caller saves.</summary>
        public async Task ObjectAsync(Guid caseFileId, string reason, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var root = await db.RootOfAsync(caseFileId, cancellationToken);
            if (await db.Appeals.AnyAsync(a => a.CaseFileId == root && a.By == AppealBy.Recipient && a.DecidedAt == null, cancellationToken))
                return;
            var file = await db.CaseFiles.SingleAsync(c => c.Id == root, cancellationToken);
            db.Appeals.Add(Appeal.Record(root, AppealBy.Recipient, reason, now, by, now));
            db.Events.Add(file.Happen(now, CaseEvents.AppealReceived, by, reason, await db.GroundsOfCaseAsync(root, cancellationToken)));
        }
    }
}
