using Microsoft.EntityFrameworkCore;
using Terjaga.Campaigns;
using Terjaga.Casework.Danger;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Queues;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Registry.Asking;
using Terjaga.Screening;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework;

/// <summary>Puts a screened report into the case file of the same address or the same text, or opens one; copies are looked for after that.</summary>
internal sealed class FileReport(TerjagaDb db, TakePrint print, AskRegistry registry, SharedContacts shared, RaiseDanger danger, TimeProvider clock)
{
    private static readonly Actor _by = Actor.Machine("file-report");

    /// <param name="Texts">Each is a key of its own: what the reporter wrote, and what the page showed.</param>
    /// <param name="Words">All that can be read, for the officers.</param>
    /// <param name="Looks">What its pictures look like; see <see cref="Evidence.PictureLooks"/>.</param>
    public sealed record Input(
        Guid ReportId, string? Channel, WebAddress? Address, Guid? ItemId, IReadOnlyList<string?> Texts, string Words, IReadOnlyList<byte[]> Looks, ScreeningSummary Screening,
        DateTimeOffset ReceivedAt);

    /// <summary>Changes tracked things; the caller's save stores them. Two openers at once meet in the key's index.</summary>
    public async Task RunAsync(Input input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await danger.RunAsync(input.ReportId, input.Words, input.Screening, input.ReceivedAt, now, cancellationToken))
            input = input with { Screening = input.Screening with { IsDangerNow = true } };
        var keys = Keys(input);
        var known = await db.CaseKeys.AsNoTracking().Where(k => keys.Contains(k.Value)).ToListAsync(cancellationToken);
        var (offerId, file) = await JoinAsync(input, keys, known, now, cancellationToken) ?? Open(input, now);
        foreach (var key in keys.Where(key => known.TrueForAll(k => k.Value != key)))
            db.CaseKeys.Add(CaseKey.Assign(key, offerId));

        var holders = await registry.HoldersAsync(OfferQuestion.Of(input.Words, input.Screening.Seen), cancellationToken);
        var standsApart = input.Screening.IsDangerNow || input.Screening.Warns
            || OfferContacts.IsOwnOffer(Contacts.In(input.Screening.Seen), holders);
        db.CaseReports.Add(CaseReport.Add(file, offerId, input, standsApart, now));
        print.Run(input.ReportId, input.Words, input.Looks, OfferContacts.NotOnFile(shared.Without(input.Screening.Contacts), holders));
        db.Schedule(LinkReportJob.Kind, input.ReportId, now);
    }

    private (Guid OfferId, CaseFile File) Open(Input input, DateTimeOffset now)
    {
        var title = string.Join(' ', input.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(30));
        var (file, opened) = CaseFile.Open(
            now, title.Length > 0 ? title : input.Address?.Value ?? "", input.Screening, _by, CaseRules.Of(input.Screening));
        db.CaseFiles.Add(file);
        db.Events.Add(opened);
        return (file.Id, file);
    }

    /// <summary>Null where there is no case yet, or only a decided one that shows the words at other places: those a person joins.</summary>
    /// <remarks>The address comes first among the keys: a page belongs to one case, whatever else its words resemble.</remarks>
    private async Task<(Guid OfferId, CaseFile File)?> JoinAsync(
        Input input, List<string> keys, List<CaseKey> known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (keys.Select(key => known.Find(k => k.Value == key)).FirstOrDefault(k => k is not null) is not { } home)
            return null;
        var root = await db.RootOfOfferAsync(home.CaseFileId, cancellationToken);
        var file = await db.CaseFiles.SingleAsync(c => c.Id == root, cancellationToken);
        var isNewPlace = input.ItemId is { } place
            && !await db.CaseReports.AnyAsync(r => r.CaseFileId == root && r.ItemId == place, cancellationToken);
        if (isNewPlace && file.State != CaseState.New && !CaseKey.IsOfAddress(home.Value))
            return null;

        var on = CaseRules.Of(input.Screening);
        file.Weigh(Math.Max(file.Rank, QueueRank.Of(input.Screening)));
        db.Events.Add(file.Happen(now, isNewPlace ? CaseEvents.ItemJoined : CaseEvents.ReportJoined, _by, on: on));
        if (isNewPlace)
            db.WeighDrafts(file, now);
        if (input.Screening.IsDangerNow)
            db.Events.Add(file.Happen(now, CaseEvents.DangerJoined, _by, on: on));
        if (input.Screening.IsDangerNow && file.State is (CaseState.Dismissed or CaseState.Closed))
            db.Events.Add(file.Happen(now, CaseEvents.Reopened, _by, on: on));
        return (home.CaseFileId, file);
    }

    /// <remarks>The front page of a platform is no place of an offer: it would gather strangers.</remarks>
    private List<string> Keys(Input input)
    {
        List<string> keys = [];
        if (input.Address is { } address && !(address.ToUri().PathAndQuery == "/" && shared.IsSharedHost(address.Host)))
            keys.Add(CaseKey.Of(address));
        keys.AddRange(input.Texts.OfType<string>().Select(CaseKey.Of).OfType<string>());
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }
}
