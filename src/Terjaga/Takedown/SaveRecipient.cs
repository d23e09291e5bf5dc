using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Privacy;

namespace Terjaga.Takedown;

/// <summary>An officer of Komdigi adds somebody who can take content away.</summary>
public sealed class SaveRecipient(TerjagaDb db, DeskKey desk, TimeProvider clock)
{
    /// <param name="Hosts">Host names, separated by spaces or commas.</param>
    /// <param name="Address">A mail address, or <c>https://…</c> for a call.</param>
    /// <param name="Secret">For a call: <c>whsec_</c> and at least 24 bytes in base 64 (Standard Webhooks).</param>
    public sealed record Input(
        Acting By, string? Name, string? Hosts, RecipientChannel Channel, string? Address, string? Secret, bool IsEnabled, string? Source);

    /// <summary>A contact that has passed the border.</summary>
    internal sealed record Contact(
        string Name, IReadOnlyList<string> Hosts, RecipientChannel Channel, string Address, string? Secret, bool IsEnabled, string Source);

    public sealed record Saved(Guid Id);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>recipient.name-invalid</c>, <c>recipient.hosts-invalid</c>,
    /// <c>recipient.channel-invalid</c>, <c>recipient.address-invalid</c>, <c>recipient.secret-invalid</c>,
    /// <c>recipient.source-invalid</c> or <c>recipient.name-taken</c>.
    /// </summary>
    public async Task<Result<Saved>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.EditRecipients))
            return new Problem("access.denied");
        if (!Read(input).TryGet(out var contact, out var problem))
            return problem;

        var now = clock.GetUtcNow();
        var recipient = db.Recipients.Add(Recipient.Add(contact, desk, now)).Entity;
        db.Events.Add(DeskEvent.Record(now, recipient.Id, "recipient.added", input.By.Actor));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Recipients.AsNoTracking().Any(r => r.Name == contact.Name))
        {
            return new Problem("recipient.name-taken");
        }

        return new Saved(recipient.Id);
    }

    private static Result<Contact> Read(Input input)
    {
        if (input.Name?.Trim() is not { Length: > 0 and <= Recipient.MaxNameLength } name || !PlainText.IsReadable(name))
            return new Problem("recipient.name-invalid", Recipient.MaxNameLength);
        string[] hosts =
            [.. (input.Hosts ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .Select(host => host.ToLowerInvariant())];
        if (hosts.Length == 0 || hosts.Sum(h => h.Length + 1) > Recipient.MaxHostsLength || !hosts.All(IsHost))
            return new Problem("recipient.hosts-invalid");
        if (!Enum.IsDefined(input.Channel))
            return new Problem("recipient.channel-invalid");
        var address = input.Address?.Trim() ?? "";
        if (address.Length > Recipient.MaxAddressLength || !IsAddress(input.Channel, address))
            return new Problem("recipient.address-invalid");
        if (input.Channel == RecipientChannel.Webhook && !WebhookSignature.IsSecret(input.Secret))
            return new Problem("recipient.secret-invalid");
        var source = input.Source?.Trim() ?? "";
        if (source.Length > Recipient.MaxAddressLength || !PlainText.IsReadable(source))
            return new Problem("recipient.source-invalid", Recipient.MaxAddressLength);
        return new Contact(
            name, hosts, input.Channel, address, input.Channel == RecipientChannel.Webhook ? input.Secret : null,
            input.IsEnabled, source);
    }

    private static bool IsHost(string host) =>
        host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) == UriHostNameType.Dns;

    private static bool IsAddress(RecipientChannel channel, string address) => channel switch
    {
        RecipientChannel.Mail => MailAddress.TryCreate(address, out var mail) && mail.Address == address
            && !address.Any(char.IsControl),
        _ => WebAddress.Parse(address).TryGet(out _, out _),
    };
}
