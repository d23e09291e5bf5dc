using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Takedown.Recipients;

/// <summary>An officer of Komdigi chooses whom to ask about the places of a case at one host: somebody who was proposed, a recipient that the desk keeps, or one written in by hand.</summary>
/// <remarks>Whoever is new becomes a recipient that is switched off: an administrator allows sending, as for every other.</remarks>
public sealed class ChooseContact
{
    /// <summary>What happened to the case.</summary>
    public const string Chosen = "contact.chosen";

    private readonly TerjagaDb _db;
    private readonly HostNatures _natures;
    private readonly SaveRecipient _save;
    private readonly TimeProvider _clock;

    internal ChooseContact(TerjagaDb db, HostNatures natures, SaveRecipient save, TimeProvider clock) => (_db, _natures, _save, _clock) = (db, natures, save, clock);

    /// <summary>A contact that nobody proposed.</summary>
    public sealed record ByHand(RecipientKind Kind, string? Name, RecipientChannel Channel, string? Address, string? Source);

    /// <param name="RecipientId">A recipient that the desk keeps; null for another way.</param>
    /// <param name="Found">Address of a contact that was found for the host; null for another way.</param>
    /// <param name="Written">A contact by hand; null for another way.</param>
    public sealed record Input(Acting By, Guid CaseFileId, string? Host, string? Reason, Guid? RecipientId = null, string? Found = null, ByHand? Written = null);

    public sealed record Choice(Guid RecipientId);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>place.unknown</c>, <c>recipient.unknown</c>, <c>recipient-contact.unknown</c>,
    /// <c>contact.shared-host</c>, <c>order.test-mixed</c>, <c>recipient.name-taken</c>, what <see cref="Decision.ParseReason"/> tells, or
    /// what the reading of a recipient tells.
    /// </summary>
    public async Task<Result<Choice>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.DraftOrder))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (!await _db.CaseFiles.AnyAsync(c => c.Id == input.CaseFileId, cancellationToken))
            return new Problem("case.unknown");
        if ((await _db.PlacesWithoutOrderAsync(input.CaseFileId, cancellationToken)).Find(place => place.Host == input.Host) is not { } place)
            return new Problem("place.unknown");
        if (!(await FindAsync(input with { Reason = reason }, place.Host, cancellationToken)).TryGet(out var recipient, out problem))
            return problem;
        if (OrderFence.Refuse(recipient.IsTest, place.Host, isDemo: false) is { } fence)
            return fence;
        if (recipient.Kind is RecipientKind.Registrar or RecipientKind.Registry && _natures.Of(place.Host) is HostNature.Shared or HostNature.Shortener)
            return new Problem("contact.shared-host");

        var now = _clock.GetUtcNow();
        var choice = await _db.PlaceChoices.SingleOrDefaultAsync(c => c.CaseFileId == input.CaseFileId && c.Host == place.Host, cancellationToken)
            ?? _db.PlaceChoices.Add(PlaceChoice.Make(input.CaseFileId, place.Host)).Entity;
        choice.Choose(recipient.Id, input.By.OfficerId, now);
        _db.Events.Add(DeskEvent.Record(
            now, input.CaseFileId, Chosen, input.By.Actor, PlainText.Shorten($"{place.Host} → {recipient.Name} ({recipient.Address}). {reason}", DeskEvent.MaxReasonLength)));
        return await SaveAsync(recipient, cancellationToken);
    }

    private async Task<Result<Choice>> SaveAsync(Recipient recipient, CancellationToken cancellationToken)
    {
        try
        {
            await _db.SaveChangesAsync(cancellationToken);
            return new Choice(recipient.Id);
        }
        catch (DbUpdateException)
        {
            // A colleague chose for the same host, or added a recipient of the same name, in the same moment.
            return new Problem(_db.Recipients.AsNoTracking().Any(r => r.Name == recipient.Name && r.Id != recipient.Id) ? "recipient.name-taken" : "case.changed");
        }
    }

    private async Task<Result<Recipient>> FindAsync(Input input, string host, CancellationToken cancellationToken)
    {
        if (input.RecipientId is { } id)
            return await _db.Recipients.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is { } kept ? kept : new Problem("recipient.unknown");
        if (input.Written is { } written)
            return await TakeAsync(input, written, new ContactTyped(written.Channel, written.Address, Source: written.Source), cancellationToken);
        var findings = ContactFindings.FromJson(await _db.ContactSearches.Where(s => s.Host == host).Select(s => s.Findings).SingleOrDefaultAsync(cancellationToken));
        if (findings.Found.FirstOrDefault(contact => contact.Address == input.Found) is not { } found)
            return new Problem("recipient-contact.unknown");
        var source = Uri.TryCreate(found.Source, UriKind.Absolute, out var server) ? $"{found.Rule}: {server.Host}" : PlainText.Shorten(found.Source, Recipient.MaxAddressLength);
        return await TakeAsync(
            input, new ByHand(found.Kind, PlainText.Shorten(found.Name, Recipient.MaxNameLength), found.Channel, found.Address, source),
            new ContactTyped(found.Channel, found.Address, Source: source, SeenOn: WibTime.DayOf(found.SeenAt)), cancellationToken);
    }

    /// <summary>The recipient that has this address already, or a new one.</summary>
    private async Task<Result<Recipient>> TakeAsync(Input input, ByHand who, ContactTyped contact, CancellationToken cancellationToken)
    {
        if (await _db.Recipients.FirstOrDefaultAsync(r => r.Channel == contact.Channel && r.Address == contact.Address, cancellationToken) is { } kept)
            return kept;
        var name = who.Name?.Trim();
        if (input.Written is null && await _db.Recipients.AnyAsync(r => r.Name == name, cancellationToken))
            name = PlainText.Shorten($"{contact.Address} ({name})", Recipient.MaxNameLength);
        else if (await _db.Recipients.AnyAsync(r => r.Name == name, cancellationToken))
            return new Problem("recipient.name-taken");

        // The reason is of the case and stays there: who sees recipients need not see cases.
        // A platform of its own site answers for that site; all others are chosen case by case.
        var hosts = who.Kind == RecipientKind.Platform ? input.Host : null;
        return SaveRecipient.Read(name, who.Kind, hosts, contact).TryGet(out var fresh, out var problem)
            ? _save.Add(fresh, input.By.Actor, reason: null)
            : problem;
    }
}
