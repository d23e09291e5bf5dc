using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Privacy;
using Terjaga.Takedown.Recipients;

namespace Terjaga.Takedown;

/// <summary>An officer of Komdigi adds somebody who can take content away. Nothing is sent there before an administrator allows it.</summary>
public sealed class SaveRecipient(TerjagaDb db, DeskKey desk, TimeProvider clock)
{
    /// <param name="Hosts">Host names, separated by spaces or commas; a registrar has none, for it is chosen case by case.</param>
    /// <param name="Address">A mail address, or <c>https://…</c> for a call.</param>
    /// <param name="Secret">For a call: <c>whsec_</c> and at least 24 bytes in base 64 (Standard Webhooks).</param>
    /// <param name="IsEnabled">Always false: an administrator allows it afterwards.</param>
    /// <param name="Terms">What else is known of the contact; its channel, address, secret and source are not read.</param>
    public sealed record Input(
        Acting By, string? Name, string? Hosts, RecipientChannel Channel, string? Address, string? Secret, bool IsEnabled, string? Source,
        RecipientKind Kind = RecipientKind.Platform, ContactTyped? Terms = null);

    /// <summary>A recipient that has passed the border.</summary>
    /// <param name="IsTest">Decided by its names, never by who types it.</param>
    internal sealed record Fresh(string Name, RecipientKind Kind, IReadOnlyList<string> Hosts, bool IsTest, Contact Contact);

    public sealed record Saved(Guid Id);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>recipient.name-invalid</c>, <c>recipient.kind-invalid</c>, <c>recipient.hosts-invalid</c>,
    /// <c>recipient.hosts-of-registrar</c>, <c>recipient.test-mixed</c>, <c>recipient.name-taken</c>, or what the reading of its
    /// contact tells: <c>recipient.channel-invalid</c>, <c>recipient.address-invalid</c>, <c>recipient.secret-invalid</c> and their like.
    /// </summary>
    public async Task<Result<Saved>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.EditRecipients) || input.IsEnabled)
            return new Problem("access.denied");
        var terms = (input.Terms ?? new ContactTyped(input.Channel, null)) with
        {
            Channel = input.Channel,
            Address = input.Address,
            Secret = input.Secret,
            Source = input.Source,
        };
        if (!Read(input.Name, input.Kind, input.Hosts, terms).TryGet(out var fresh, out var problem))
            return problem;

        var recipient = Add(fresh, input.By.Actor, null);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Recipients.AsNoTracking().Any(r => r.Name == fresh.Name))
        {
            return new Problem("recipient.name-taken");
        }

        return new Saved(recipient.Id);
    }

    /// <summary>Adds a recipient with its first contact to what the next save stores; switched off.</summary>
    internal Recipient Add(Fresh fresh, Actor by, string? reason)
    {
        var now = clock.GetUtcNow();
        var recipient = db.Recipients.Add(Recipient.Add(fresh, now)).Entity;
        recipient.Use(db.RecipientContacts.Add(RecipientContact.Add(recipient.Id, 1, fresh.Contact, desk, now)).Entity);
        db.Events.Add(DeskEvent.Record(now, recipient.Id, "recipient.added", by, reason));
        return recipient;
    }

    /// <summary>Reads what was typed, or what was found.</summary>
    internal static Result<Fresh> Read(string? typedName, RecipientKind kind, string? typedHosts, ContactTyped typed)
    {
        if (typedName?.Trim() is not { Length: > 0 and <= Recipient.MaxNameLength } name || !PlainText.IsReadable(name))
            return new Problem("recipient.name-invalid", Recipient.MaxNameLength);
        if (!Enum.IsDefined(kind))
            return new Problem("recipient.kind-invalid");
        string[] hosts =
            [.. (typedHosts ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .Select(host => host.ToLowerInvariant())];
        var isRegistrar = kind is RecipientKind.Registrar or RecipientKind.Registry;
        if (isRegistrar && hosts.Length > 0)
            return new Problem("recipient.hosts-of-registrar");
        if ((hosts.Length == 0 && kind == RecipientKind.Platform) || hosts.Sum(h => h.Length + 1) > Recipient.MaxHostsLength || !hosts.All(IsHost))
            return new Problem("recipient.hosts-invalid");
        if (!Contact.Read(typed).TryGet(out var contact, out var problem))
            return problem;
        var invented = (contact.Host is { } own ? hosts.Append(own) : hosts).Select(FictionalHost.Is).ToHashSet();
        return invented.Count > 1
            ? new Problem("recipient.test-mixed")
            : new Fresh(name, kind, hosts, invented.Contains(true), contact);
    }

    private static bool IsHost(string host) =>
        host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) == UriHostNameType.Dns;
}
