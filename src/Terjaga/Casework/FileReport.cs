using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>Puts a screened report into the case file of the same address or the same text, or opens one.</summary>
internal sealed class FileReport(TerjagaDb db, TimeProvider clock)
{
    private static readonly Actor _by = Actor.Machine("file-report");

    /// <param name="Texts">Each is a key of its own: what the reporter wrote, and what the page showed.</param>
    /// <param name="Words">All that can be read, for the officers.</param>
    public sealed record Input(
        Guid ReportId, WebAddress? Address, Guid? ItemId, IReadOnlyList<string?> Texts, string Words, ScreeningSummary Screening);

    /// <summary>Changes tracked things; the caller's save stores them. Two openers at once meet in the key's index.</summary>
    public async Task RunAsync(Input input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = Keys(input);
        var known = await db.CaseKeys.AsNoTracking().Where(k => keys.Contains(k.Value)).ToListAsync(cancellationToken);

        // The address comes first among the keys: a page belongs to one case, whatever else its words resemble.
        var home = keys.Select(key => known.Find(k => k.Value == key)).FirstOrDefault(k => k is not null);
        var file = home is null
            ? Open(input, now)
            : await JoinAsync(home.CaseFileId, input, now, cancellationToken);

        foreach (var key in keys.Where(key => known.TrueForAll(k => k.Value != key)))
            db.CaseKeys.Add(CaseKey.Assign(key, file.Id));
        db.CaseReports.Add(CaseReport.Add(file, input, now));
    }

    private CaseFile Open(Input input, DateTimeOffset now)
    {
        var title = string.Join(' ', input.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(30));
        var (file, opened) = CaseFile.Open(
            now, title.Length > 0 ? title : input.Address?.Value ?? "", input.Screening, _by);
        db.CaseFiles.Add(file);
        db.Events.Add(opened);
        return file;
    }

    private async Task<CaseFile> JoinAsync(Guid id, Input input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.SingleAsync(c => c.Id == id, cancellationToken);
        var isNewPlace = input.ItemId is { } place
            && !await db.CaseReports.AnyAsync(r => r.CaseFileId == id && r.ItemId == place, cancellationToken);
        file.Weigh(input.Screening);
        db.Events.Add(file.Happen(now, isNewPlace ? CaseEvents.ItemJoined : CaseEvents.ReportJoined, _by));
        if (input.Screening.IsDangerNow && file.State == CaseState.Dismissed)
            db.Events.Add(file.Happen(now, CaseEvents.Reopened, _by));
        return file;
    }

    private static List<string> Keys(Input input)
    {
        List<string> keys = [];
        if (input.Address is { } address)
            keys.Add(CaseKey.Of(address));
        keys.AddRange(input.Texts.OfType<string>().Select(CaseKey.Of).OfType<string>());
        return [.. keys.Distinct(StringComparer.Ordinal)];
    }
}
