using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>An officer of Komdigi has the contacts for the places of a case looked for that have no order.</summary>
public sealed class AskContacts(TerjagaDb db, WorkSignal signal, TimeProvider clock)
{
    /// <summary>Most hosts that one asking looks for: each is some requests to servers that answer for free.</summary>
    public const int MaxHosts = 50;

    /// <param name="Count">How many hosts are looked for now; what was looked for lately is not asked again.</param>
    public sealed record Asked(int Count);

    /// <summary>Fails with <c>access.denied</c> or <c>case.unknown</c>.</summary>
    public async Task<Result<Asked>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.DraftOrder))
            return new Problem("access.denied");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == caseFileId, cancellationToken))
            return new Problem("case.unknown");
        var hosts = (await db.PlacesWithoutOrderAsync(caseFileId, cancellationToken)).Select(place => place.Host).Distinct().ToList();
        var known = await db.ContactSearches.Where(s => hosts.Contains(s.Host)).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var asked = known.Where(search => search.Again(now)).ToList();
        asked.AddRange(hosts.Except(known.Select(search => search.Host)).Take(MaxHosts).Select(host => db.ContactSearches.Add(ContactSearch.Start(host, now)).Entity));
        foreach (var search in asked)
            db.Schedule(FindContactsJob.Kind, search.Id, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.ContactSearches.AsNoTracking().Any(s => hosts.Contains(s.Host)))
        {
            // A colleague asked for the same host in the same moment.
            return new Asked(0);
        }

        signal.Wake();
        return new Asked(asked.Count);
    }
}
