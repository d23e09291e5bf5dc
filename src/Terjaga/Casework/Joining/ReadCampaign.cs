using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Campaigns.Indicators;
using Terjaga.Campaigns.Portrait;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;

namespace Terjaga.Casework.Joining;

/// <summary>A case as a campaign: all copies that were reported, the offers that it is made of, and what of it can be taken out.</summary>
public sealed class ReadCampaign(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most offers that are listed, the largest first; of more the rest is counted.</summary>
    public const int MaxOffers = 100;

    /// <summary>The same words or the same address, however often reported.</summary>
    public sealed record Offer(Guid Id, string Title, int ReportCount, DateTimeOffset FirstAt, DateTimeOffset LastAt);

    /// <param name="Sightings">The newest, at most <see cref="Sighting.MaxSightings"/>, oldest first.</param>
    /// <param name="OfferCount">All offers, with those that are not listed.</param>
    public sealed record View(IReadOnlyList<Sighting> Sightings, IReadOnlyList<Offer> Offers, int OfferCount);

    /// <summary>Fails with <c>access.denied</c>.</summary>
    /// <param name="id">Of a case that stands by itself.</param>
    public async Task<Result<View>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        var shares = await sharing.ForAsync(by, cancellationToken);
        var offers = db.CaseReports.AsNoTracking().Where(r => r.CaseFileId == id).GroupBy(r => r.OfferId);
        var largest = await offers
            .Select(g => new { Id = g.Key, Count = g.Count(), First = g.Min(r => r.FiledAt), Last = g.Max(r => r.FiledAt) })
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id).Take(MaxOffers).ToListAsync(cancellationToken);
        var ids = largest.ConvertAll(g => g.Id);
        var titles = await db.CaseFiles.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, cancellationToken);
        return new View(
            await SightingsAsync(id, shares, cancellationToken),
            largest.ConvertAll(g => new Offer(g.Id, shares.Say(SharedField.ReportWords, titles[g.Id]), g.Count, g.First, g.Last)), await offers.CountAsync(cancellationToken));
    }

    private async Task<List<Sighting>> SightingsAsync(Guid id, Shares shares, CancellationToken cancellationToken)
    {
        var (seesWords, seesChannel) = (shares.Sees(SharedField.ReportWords), shares.SeesWhole(SharedField.ReportChannel));
        var reports = await (
            from report in db.CaseReports.AsNoTracking()
            join item in db.Items.AsNoTracking() on report.ItemId equals item.Id into items
            from item in items.DefaultIfEmpty()
            where report.CaseFileId == id
            orderby report.ReportId descending
            select new { report.ReportId, report.FiledAt, Words = seesWords ? report.Words.Substring(0, Sighting.MaxWords) : "", Channel = seesChannel ? report.Channel : null, Address = item == null ? null : item.Address })
            .Take(Sighting.MaxSightings).ToListAsync(cancellationToken);
        var oldest = reports.Count > 0 ? reports[^1].ReportId : Guid.Empty;
        var seesContacts = shares.SeesWhole(SharedField.ReportWords);
        var contacts = (await (
            from sighting in db.ContactSightings.AsNoTracking()
            join report in db.CaseReports.AsNoTracking() on sighting.ReportId equals report.ReportId
            where seesContacts && report.CaseFileId == id && report.ReportId.CompareTo(oldest) >= 0
            select new { sighting.ReportId, sighting.Key }).ToListAsync(cancellationToken)).ToLookup(s => s.ReportId, s => s.Key);
        reports.Reverse();
        return reports.ConvertAll(r => new Sighting(
            r.ReportId, r.FiledAt, shares.Say(SharedField.ReportWords, r.Words), r.Address?.Value, r.Address?.Host, r.Channel, [.. contacts[r.ReportId]]));
    }
}
