using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Campaigns.Exports;
using Terjaga.Campaigns.Indicators;
using Terjaga.Campaigns.Prints;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;
using Terjaga.Evidence;

namespace Terjaga.Casework.Joining;

/// <summary>An officer takes the indicators of a campaign out, for a ministry, a bank or a platform that acts on them. Who did is kept.</summary>
public sealed class ExportIndicators(TerjagaDb db, ReadSharing sharing, TimeProvider clock)
{
    /// <param name="Singles">Also contacts that one report alone names: it may be the reporter's own number, so a person reads them first.</param>
    public sealed record Input(Acting By, Guid CaseFileId, IndicatorFormat Format, bool Singles);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>access.not-shared</c>, <c>case.unknown</c>, or <c>export.not-verified</c>: what nobody has verified is given to
    /// nobody, for it may be an honest company's.
    /// </summary>
    public async Task<Result<ExportedFile>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.TakeOut))
            return new Problem("access.denied");
        if (!(await sharing.ForAsync(input.By, cancellationToken)).SeesWhole(SharedField.ReportWords))
            return new Problem("access.not-shared");
        var id = input.CaseFileId;
        if (await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { MergedIntoId: null } file)
            return new Problem("case.unknown");
        if (file.State is CaseState.New or CaseState.Dismissed or CaseState.Correcting)
            return new Problem("export.not-verified");

        var now = clock.GetUtcNow();
        List<IndicatorSheet.Row> rows = [.. await ContactsAsync(id, input.Singles, cancellationToken), .. await PlacesAsync(id, cancellationToken), .. await PicturesAsync(id, cancellationToken)];
        var sheet = new IndicatorSheet(id, file.Title, file.OpenedAt, now, [.. rows.Take(IndicatorSheet.MaxRows)]);
        db.Events.Add(DeskEvent.Record(now, id, CaseEvents.Exported, input.By.Actor, input.Format.ToString(), await db.GroundsOfCaseAsync(id, cancellationToken)));
        await db.SaveChangesAsync(cancellationToken);
        return IndicatorExport.Write(sheet, input.Format);
    }

    /// <remarks>What links nobody is nobody's indicator: a hotline, a platform, a victim's number.</remarks>
    private async Task<IEnumerable<IndicatorSheet.Row>> ContactsAsync(Guid id, bool singles, CancellationToken cancellationToken)
    {
        var silent = db.Contacts.Where(c => c.Standing != ContactStanding.Links).Select(c => c.Key);
        var rows = await (
            from sighting in db.ContactSightings.AsNoTracking()
            join report in db.CaseReports.AsNoTracking() on sighting.ReportId equals report.ReportId
            where report.CaseFileId == id && !silent.Contains(sighting.Key)
            group report.FiledAt by sighting.Key into seen
            where singles || seen.Count() > 1
            orderby seen.Count() descending, seen.Key
            select new { seen.Key, First = seen.Min(), Last = seen.Max(), Count = seen.Count() })
            .Take(IndicatorSheet.MaxRows).ToListAsync(cancellationToken);
        return rows.Select(row => row.Key.Split(':', 2) is [var kind, var value] && KindOf(kind) is { } known
            ? new IndicatorSheet.Row(known, value, row.First, row.Last, row.Count) : null).OfType<IndicatorSheet.Row>();
    }

    private async Task<IEnumerable<IndicatorSheet.Row>> PlacesAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await (
            from report in db.CaseReports.AsNoTracking()
            join item in db.Items.AsNoTracking() on report.ItemId equals item.Id
            where report.CaseFileId == id
            orderby report.ReportId descending
            select new { item.Address, report.FiledAt }).Take(IndicatorSheet.MaxRows).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Address.Value).Select(seen => new IndicatorSheet.Row(
            IndicatorKind.Url, seen.Key, seen.Min(row => row.FiledAt), seen.Max(row => row.FiledAt), seen.Count()));
    }

    private async Task<IEnumerable<IndicatorSheet.Row>> PicturesAsync(Guid id, CancellationToken cancellationToken)
    {
        byte[] none = [];
        var rows = await (
            from print in db.Prints.AsNoTracking()
            join report in db.CaseReports.AsNoTracking() on print.ReportId equals report.ReportId
            where report.CaseFileId == id && print.Pictures != none
            orderby print.Number descending
            select new { print.Pictures, report.FiledAt }).Take(IndicatorSheet.MaxRows).ToListAsync(cancellationToken);
        return rows.SelectMany(row => row.Pictures.Chunk(PictureLooks.Bytes).Select(look => new { Hash = PictureLooks.Read(look)[0].ToString(), row.FiledAt }))
            .GroupBy(seen => seen.Hash).Select(seen => new IndicatorSheet.Row(
                IndicatorKind.PictureHash, seen.Key, seen.Min(row => row.FiledAt), seen.Max(row => row.FiledAt), seen.Count()));
    }

    private static IndicatorKind? KindOf(string kind) => kind switch
    {
        "phone" => IndicatorKind.Phone,
        "account" => IndicatorKind.Account,
        "handle" => IndicatorKind.Handle,
        "domain" => IndicatorKind.Domain,
        _ => null,
    };
}
