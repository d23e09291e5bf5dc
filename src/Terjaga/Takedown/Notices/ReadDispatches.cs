using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;

namespace Terjaga.Takedown.Notices;

/// <summary>The letters of a case, sent, on their way and drafted.</summary>
public sealed class ReadDispatches(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most letters shown of a case.</summary>
    public const int MaxRows = 100;

    /// <param name="Id">Of the dispatch; of the first order of a draft.</param>
    /// <param name="Number">Null while it is a draft.</param>
    /// <param name="SentAt">Null before the recipient's server took it.</param>
    /// <param name="IsReadable">Whether this officer may open it: it says the words of the draft too.</param>
    public sealed record Row(Guid Id, string? Number, DispatchKind Kind, string Recipient, int OrderCount, DateTimeOffset? SentAt, bool IsReadable);

    /// <summary>Drafts first, then the newest; those that the officer's ministry sees, as with orders.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        var shares = await sharing.ForAsync(by, cancellationToken);
        var (seesSigned, seesDrafts) = (shares.SeesWhole(SharedField.Orders), shares.SeesWhole(SharedField.LegalReview));
        var names = await db.Recipients.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
        IEnumerable<Row> drafts = seesDrafts ? await DraftsAsync(caseFileId, names, seesSigned, cancellationToken) : [];
        IEnumerable<Row> signed = seesSigned ? await DispatchesAsync(caseFileId, names, seesDrafts, cancellationToken) : [];
        return [.. drafts, .. signed];
    }

    private async Task<IEnumerable<Row>> DraftsAsync(
        Guid caseFileId, Dictionary<Guid, string> names, bool seesSigned, CancellationToken cancellationToken)
    {
        var groups = await db.Orders.AsNoTracking().Where(o => o.CaseFileId == caseFileId && o.State == OrderState.Drafted)
            .GroupBy(o => new { o.RecipientId, o.LegalBasisId, o.DraftedBy, o.DraftedAt })
            .Select(same => new { same.Key, Count = same.Count() }).OrderBy(g => g.Key.DraftedAt).Take(MaxRows).ToListAsync(cancellationToken);
        var rows = new List<Row>();
        foreach (var group in groups)
        {
            var first = await db.Orders.AsNoTracking()
                .Where(o => o.CaseFileId == caseFileId && o.State == OrderState.Drafted && o.RecipientId == group.Key.RecipientId
                    && o.LegalBasisId == group.Key.LegalBasisId && o.DraftedBy == group.Key.DraftedBy && o.DraftedAt == group.Key.DraftedAt)
                .OrderBy(o => o.Id).Select(o => o.Id).FirstOrDefaultAsync(cancellationToken);
            rows.Add(new Row(first, null, DispatchKind.Order, names[group.Key.RecipientId], group.Count, null, seesSigned));
        }

        return rows;
    }

    private async Task<IEnumerable<Row>> DispatchesAsync(
        Guid caseFileId, Dictionary<Guid, string> names, bool seesDrafts, CancellationToken cancellationToken)
    {
        var orders = db.Orders;
        var all = await db.Dispatches.AsNoTracking().Where(d => d.CaseFileId == caseFileId)
            .OrderByDescending(d => d.Id).Take(MaxRows)
            .Select(d => new
            {
                Dispatch = d,
                Count = d.Kind == DispatchKind.Order
                    ? orders.Count(o => o.DispatchId == d.Id && !o.IsLeftOut)
                    : orders.Count(o => o.WithdrawalId == d.Id),
            }).ToListAsync(cancellationToken);
        return all.Select(row => new Row(
            row.Dispatch.Id, row.Dispatch.Number, row.Dispatch.Kind, names[row.Dispatch.RecipientId], row.Count, row.Dispatch.SentAt, seesDrafts));
    }
}
