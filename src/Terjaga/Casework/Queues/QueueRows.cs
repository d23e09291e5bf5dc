using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Sharing;

namespace Terjaga.Casework.Queues;

/// <summary>Reads rows of queues, with who holds them.</summary>
internal static class QueueRows
{
    extension(TerjagaDb db)
    {
        /// <summary>Cases that people can see: not part of another one, and with reports.</summary>
        public IQueryable<CaseFile> ShownCases => db.CaseFiles.AsNoTracking().Where(c => c.MergedIntoId == null && c.ReportCount > 0);

        /// <summary>The rows of cases, in their order, as an officer with these shares sees them.</summary>
        public async Task<IReadOnlyList<QueueRow>> RowsOfAsync(IReadOnlyList<CaseFile> cases, Shares shares, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var holds = await db.HoldsOfAsync([.. cases.Select(c => c.Id)], now, cancellationToken);
            return
            [
                .. cases.Select(c => new QueueRow(
                    c.Id, shares.Say(SharedField.ReportWords, c.Title), c.State, c.Band, c.Rank >= QueueRank.Danger, c.ReportCount, c.OpenedAt, c.ChangedAt,
                    CaseTurns.Of(c.State, c.IsDrafted), QueueTurn.DueAt(c.Turn), QueueTurn.AllowedOf(c.Rank), QueueTurn.Divisor(c.ReportCount),
                    holds.GetValueOrDefault(c.Id))),
            ];
        }
    }
}
