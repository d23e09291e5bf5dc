using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;

namespace Terjaga.Casework.Appeals;

/// <summary>The appeals of a case, the newest first.</summary>
public sealed class ReadAppeals(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most that are shown.</summary>
    public const int MaxShown = 50;

    /// <param name="Text">Empty where the ministry does not see the reasons of the history.</param>
    public sealed record Row(Guid Id, AppealBy By, string Text, DateTimeOffset ReceivedAt, string RecordedBy, AppealState State, DateTimeOffset? DecidedAt);

    /// <param name="caseFileId">Of a case that stands by itself.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return [];
        var shares = await sharing.ForAsync(by, cancellationToken);
        var sees = shares.Sees(SharedField.HistoryReasons);
        var rows = await db.Appeals.AsNoTracking().Where(a => a.CaseFileId == caseFileId).OrderByDescending(a => a.Id).Take(MaxShown)
            .Select(a => new { a.Id, a.By, Text = sees ? a.Text : "", a.ReceivedAt, a.RecordedBy, a.State, a.DecidedAt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(a => new Row(
            a.Id, a.By, shares.Say(SharedField.HistoryReasons, a.Text), a.ReceivedAt, a.RecordedBy.Value, a.State, a.DecidedAt));
    }
}
