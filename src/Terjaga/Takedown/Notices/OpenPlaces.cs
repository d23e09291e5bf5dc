using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Evidence;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown.Notices;

/// <summary>The places of a case that wait for an order, sorted by who answers for them; made for cases of very many places.</summary>
/// <param name="IsTest">Whether the places and the recipient are invented; the two are always the same.</param>
internal sealed record OpenPlaces(IReadOnlyList<Guid> Own, bool IsOthersOpen, bool IsTest)
{
    /// <summary>Reads them in one statement and asks for each host once.</summary>
    public static async Task<OpenPlaces> OfAsync(
        TerjagaDb db, Guid caseFileId, Guid recipientId, IReadOnlyList<ListRecipients.Row> recipients, CancellationToken cancellationToken)
    {
        var places = db.CaseReports.Where(r => r.CaseFileId == caseFileId && r.ItemId != null).Select(r => r.ItemId ?? Guid.Empty);
        var orders = db.Orders;
        var open = await db.Items.AsNoTracking()
            .Where(i => places.Contains(i.Id) && !orders.Any(o => o.ItemId == i.Id && o.State != OrderState.Withdrawn && o.State != OrderState.CameBack))
            .OrderBy(i => i.Id).Select(i => new { i.Id, i.Address }).ToListAsync(cancellationToken);

        var choices = await db.PlaceChoices.AsNoTracking().Where(c => c.CaseFileId == caseFileId)
            .ToDictionaryAsync(c => c.Host, c => c.RecipientId, cancellationToken);
        var (own, isOthersOpen) = (new List<Guid>(), false);
        foreach (var host in open.GroupBy(place => place.Address.Host))
        {
            var those = recipients.Where(r => OrderedPlaces.Answers(r, host.Key, choices)).Select(r => r.Id).ToList();
            if (those.Contains(recipientId))
                own.AddRange(host.Select(place => place.Id));
            else
                isOthersOpen |= those.Count > 0;
        }

        return new OpenPlaces(own, isOthersOpen, recipients.Any(r => r.Id == recipientId && r.IsTest));
    }

    /// <summary>Whether every place of a case has an order that holds.</summary>
    public static async Task<bool> IsNoneAsync(TerjagaDb db, Guid caseFileId, CancellationToken cancellationToken)
    {
        var orders = db.Orders.Where(o => o.CaseFileId == caseFileId && o.State != OrderState.Withdrawn && o.State != OrderState.CameBack);
        return !await db.CaseReports.AnyAsync(
            r => r.CaseFileId == caseFileId && r.ItemId != null && !orders.Any(o => o.ItemId == r.ItemId), cancellationToken);
    }
}
