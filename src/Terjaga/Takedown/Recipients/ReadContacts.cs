using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Evidence;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Takedown.Recipients;

/// <summary>For the places of a case that have no order: who could be asked, in order, each with why.</summary>
public sealed class ReadContacts
{
    /// <summary>Most hosts that are shown.</summary>
    public const int MaxHosts = AskContacts.MaxHosts;

    private readonly TerjagaDb _db;
    private readonly HostNatures _natures;

    internal ReadContacts(TerjagaDb db, HostNatures natures) => (_db, _natures) = (db, natures);

    /// <param name="RecipientId">The recipient that the desk keeps with this address; null where it keeps none.</param>
    /// <param name="IsEnabled">Whether notices go out to it; null where the desk keeps none.</param>
    public sealed record Proposal(FoundContact Contact, Guid? RecipientId, bool? IsEnabled);

    /// <summary>All open places of a case at one host.</summary>
    /// <param name="LeadsTo">Host on which a short link ended when it was last seen; null for every other host. What lay between is of no concern.</param>
    /// <param name="SearchedAt">Null where nobody has looked yet.</param>
    /// <param name="ChosenId">The recipient that an officer chose; null where none was.</param>
    public sealed record Host(
        string Name, int PlaceCount, HostNature Nature, string? LeadsTo, bool IsSearching, DateTimeOffset? SearchedAt,
        IReadOnlyList<Proposal> Proposals, IReadOnlyList<MissedContact> Missed, Guid? ChosenId);

    /// <param name="Answering">Recipients that answer for a place without order: orders to them can be drafted.</param>
    public sealed record View(IReadOnlyList<Host> Hosts, IReadOnlySet<Guid> Answering)
    {
        public static View Empty { get; } = new([], new HashSet<Guid>());
    }

    /// <summary>Empty for who neither drafts nor signs orders.</summary>
    public async Task<View> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.DraftOrder) && !by.Can(Duty.SignOrder))
            return View.Empty;
        var recipients = await new ListRecipients(_db).RunAsync(cancellationToken);
        var open = await _db.OpenPlacesAsync(caseFileId, recipients, cancellationToken);
        var places = open.GroupBy(place => place.Host).OrderBy(group => group.Key, StringComparer.Ordinal).Take(MaxHosts).ToList();
        var names = places.ConvertAll(group => group.Key);
        var searches = await _db.ContactSearches.AsNoTracking().Where(s => names.Contains(s.Host)).ToDictionaryAsync(s => s.Host, cancellationToken);
        var choices = await _db.PlaceChoices.AsNoTracking().Where(c => c.CaseFileId == caseFileId).ToDictionaryAsync(c => c.Host, c => c.RecipientId, cancellationToken);
        var hosts = new List<Host>();
        foreach (var group in places)
        {
            var (nature, search) = (_natures.Of(group.Key), searches.GetValueOrDefault(group.Key));
            var findings = ContactFindings.FromJson(search?.Findings);
            hosts.Add(new Host(
                group.Key, group.Count(), nature, nature == HostNature.Shortener ? await EndOfAsync(group.First(), cancellationToken) : null,
                search is { DoneAt: null }, search?.DoneAt, Proposals(group.Key, findings, recipients), findings.Missed,
                choices.TryGetValue(group.Key, out var chosen) ? chosen : null));
        }

        return new View(hosts, open.SelectMany(place => place.Recipients).ToHashSet());
    }

    private static List<Proposal> Proposals(string host, ContactFindings findings, IReadOnlyList<ListRecipients.Row> recipients)
    {
        var known = recipients.Where(r => r.AnswersFor(host)).Select(r => new Proposal(
            new FoundContact(ContactRule.Known, r.Kind, r.Name, r.Channel, r.Address, r.Source, r.AddedAt), r.Id, r.IsEnabled));
        var found = findings.Found.Select(contact =>
        {
            var kept = recipients.FirstOrDefault(r => r.Channel == contact.Channel && r.Address.Equals(contact.Address, StringComparison.OrdinalIgnoreCase));
            return new Proposal(contact, kept?.Id, kept?.IsEnabled);
        });
        return [.. known, .. found];
    }

    private async Task<string?> EndOfAsync(OpenPlace place, CancellationToken cancellationToken)
    {
        var end = await _db.Captures.AsNoTracking().Where(c => c.ItemId == place.Id && c.FinalAddress != "").OrderByDescending(c => c.Id)
            .Select(c => c.FinalAddress).FirstOrDefaultAsync(cancellationToken);
        return WebAddress.Parse(end).TryGet(out var address, out _) && address.Host != place.Host ? address.Host : null;
    }
}
