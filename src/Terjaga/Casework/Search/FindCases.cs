using Microsoft.EntityFrameworkCore;
using Terjaga.Campaigns.Indicators;
using Terjaga.Evidence;
using Terjaga.Screening.Learning;

namespace Terjaga.Casework.Search;

/// <summary>Finds cases by what their reports have: a contact, an address, the case's own id, or words.</summary>
/// <remarks>A receipt finds nothing here: it is the reporter's secret.</remarks>
public sealed class FindCases(TerjagaDb db, Screeners screeners)
{
    /// <summary>Reports that one look takes; their cases are fewer.</summary>
    private const int MaxReports = 200;

    /// <summary>The cases of the newest reports that have it, the newest first.</summary>
    internal async Task<IReadOnlyList<Guid>> NewestAsync(string typed, CancellationToken cancellationToken) =>
        [.. (await ReportsAsync(typed, null, cancellationToken)).Select(found => found.CaseFileId).Distinct()];

    /// <summary>Reports that have it, the newest first; of an id of a case, the case without a report.</summary>
    /// <param name="before">Only reports before this one; null for the newest.</param>
    internal async Task<IReadOnlyList<FoundReport>> ReportsAsync(string typed, Guid? before, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(typed.Trim(), out var id))
            return before is null ? [new FoundReport(Guid.Empty, id)] : [];
        if (await OfAddressAsync(typed, before, cancellationToken) is { Count: > 0 } ofAddress)
            return ofAddress;
        var contacts = Identifiers.In(typed, screeners);
        return contacts.Count > 0 && await OfContactsAsync(contacts, before, cancellationToken) is { Count: > 0 } ofContacts
            ? ofContacts
            : await db.ReportsWithAsync(SearchText.Words(typed), before, MaxReports, cancellationToken);
    }

    private async Task<List<FoundReport>> OfAddressAsync(string typed, Guid? before, CancellationToken cancellationToken)
    {
        if (!WebAddress.Parse(typed).TryGet(out var address, out _))
            return [];
        var items = db.Items.Where(i => i.Address == address).Select(i => (Guid?)i.Id);
        return await NewestOf(db.CaseReports.AsNoTracking().Where(r => items.Contains(r.ItemId)), before).ToListAsync(cancellationToken);
    }

    /// <remarks>The last of several contacts tells least: most people paste one.</remarks>
    private async Task<List<FoundReport>> OfContactsAsync(IReadOnlyList<string> contacts, Guid? before, CancellationToken cancellationToken)
    {
        var key = contacts[0];
        var seen = db.ContactSightings.AsNoTracking().Where(s => s.Key == key);
        if (before is { } last)
            seen = seen.Where(s => s.ReportId.CompareTo(last) < 0);
        return await (
            from sighting in seen.OrderByDescending(s => s.ReportId).Take(MaxReports)
            join report in db.CaseReports.AsNoTracking() on sighting.ReportId equals report.ReportId
            orderby report.ReportId descending
            select new FoundReport(report.ReportId, report.CaseFileId)).ToListAsync(cancellationToken);
    }

    private static IQueryable<FoundReport> NewestOf(IQueryable<CaseReport> reports, Guid? before)
    {
        if (before is { } last)
            reports = reports.Where(r => r.ReportId.CompareTo(last) < 0);
        return reports.OrderByDescending(r => r.ReportId).Take(MaxReports).Select(r => new FoundReport(r.ReportId, r.CaseFileId));
    }
}
