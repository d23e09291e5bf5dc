using System.Net;
using System.Net.Sockets;
using Terjaga.Common.Http;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Finds who can take the content of a host away: by the list of exceptions, RDAP and <c>security.txt</c>, each with why.</summary>
internal sealed class FindContacts(
    TerjagaDb db, GuardedClient client, AskServer ask, Bootstraps bootstraps, HostNatures natures, ContactOverrides overrides, FrontNetworks fronts, TimeProvider clock)
{
    private const string RdapType = "application/rdap+json, application/json;q=0.9";

    /// <summary>What a failure of one way may never do is stop the others.</summary>
    public async Task<ContactFindings> RunAsync(string host, CancellationToken cancellationToken)
    {
        var search = new Search(host, natures.Of(host), clock.GetUtcNow());
        search.Found.AddRange(overrides.For(host, WibTime.Today(clock)));
        if (search.Nature is HostNature.Shared or HostNature.Shortener)
            await AskOperatorAsync(search, natures.OperatorOf(host) ?? host, cancellationToken);
        else if (search.Nature == HostNature.Official)
            search.Missed.Add(new(ContactRule.Registrar, "contact.official", null));
        else
            await AskAllAsync(search, cancellationToken);
        return new ContactFindings([.. search.Found.OrderBy(found => found.Rule)], search.Missed, search.RetryAt);
    }

    /// <remarks>The name and the network of a shared host carry the pages of many, so nobody is asked about them.</remarks>
    private async Task AskOperatorAsync(Search search, string operatorHost, CancellationToken cancellationToken)
    {
        search.Missed.Add(new(ContactRule.Registrar, search.Nature == HostNature.Shortener ? "contact.shortener" : "contact.shared-host", null));
        await AskSiteAsync(search, operatorHost, ContactRule.Operator, RecipientKind.Platform, cancellationToken);
    }

    private async Task AskAllAsync(Search search, CancellationToken cancellationToken)
    {
        await AskRegistrarAsync(search, cancellationToken);
        await AskNetworksAsync(search, cancellationToken);
        await AskSiteAsync(search, search.Host, ContactRule.OwnWords, RecipientKind.Platform, cancellationToken);
    }

    private async Task AskRegistrarAsync(Search search, CancellationToken cancellationToken)
    {
        if (natures.RegistrableDomain(search.Host) is not { } domain)
            return;
        if ((await bootstraps.NewestAsync(db, BootstrapKind.Dns, cancellationToken)).ServerFor(domain) is not { } server)
        {
            search.Missed.Add(new(ContactRule.Registrar, "rdap.no-server", domain));
            return;
        }

        var answer = await ask.RunAsync(new Uri(server, $"domain/{domain}"), RdapType, RdapReader.MaxBytes, isSameHostOnly: false, cancellationToken);
        search.Read(ContactRule.Registrar, answer, body => RdapReader.ReadDomain(body, domain), (contact, source) => new FoundContact(
            ContactRule.Registrar, RecipientKind.Registrar, contact.Name, RecipientChannel.Mail, contact.Mail, source, search.Now));
    }

    private async Task AskNetworksAsync(Search search, CancellationToken cancellationToken)
    {
        var resolved = await client.ResolveAsync(search.Host, cancellationToken);
        if (resolved.Code is { } code)
            search.Missed.Add(new(ContactRule.Network, code, search.Host));

        // One address of each family: the others are nearly always in the same network, and every look is a request to somebody.
        foreach (var address in resolved.Addresses.DistinctBy(address => address.AddressFamily))
            await AskNetworkAsync(search, address, cancellationToken);
    }

    private async Task AskNetworkAsync(Search search, IPAddress address, CancellationToken cancellationToken)
    {
        var kind = address.AddressFamily == AddressFamily.InterNetworkV6 ? BootstrapKind.Ipv6 : BootstrapKind.Ipv4;
        if ((await bootstraps.NewestAsync(db, kind, cancellationToken)).ServerFor(address) is not { } server)
        {
            search.Missed.Add(new(ContactRule.Network, "rdap.no-server", $"{address}"));
            return;
        }

        var answer = await ask.RunAsync(new Uri(server, $"ip/{address}"), RdapType, RdapReader.MaxBytes, isSameHostOnly: false, cancellationToken);
        search.Read(ContactRule.Network, answer, body => RdapReader.ReadNetwork(body, address), (contact, source) =>
        {
            var isFront = fronts.IsFront(contact.Network);
            return new FoundContact(
                isFront ? ContactRule.Front : ContactRule.Network, isFront ? RecipientKind.Cdn : RecipientKind.Network, contact.Name,
                RecipientChannel.Mail, contact.Mail, source, search.Now, isFront ? "note.front" : null);
        });
    }

    private async Task AskSiteAsync(Search search, string host, ContactRule rule, RecipientKind kind, CancellationToken cancellationToken)
    {
        var answer = await ask.RunAsync(new UriBuilder(Uri.UriSchemeHttps, host) { Path = SecurityTxt.Place }.Uri, "text/plain", SecurityTxt.MaxBytes, isSameHostOnly: true, cancellationToken);
        search.Wait(answer.RetryAt);
        SecurityTxt? file = null;
        var code = answer.Code
            ?? (answer.MediaType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true ? null : "securitytxt.not-text")
            ?? SecurityTxt.Read(answer.Body, answer.At, search.Now, out file);
        if (file is null || code is not null)
        {
            search.Missed.Add(new(rule, code ?? "contact.none", answer.At.AbsoluteUri));
            return;
        }

        var note = rule == ContactRule.OwnWords ? "note.own-words" : file.IsSigned ? "note.signed" : "note.faults";
        var mail = file.Mails is [var preferred, ..] ? preferred : null;
        search.Found.Add(new(rule, kind, host, mail is null ? RecipientChannel.Portal : RecipientChannel.Mail, mail ?? file.Pages[0], answer.At.AbsoluteUri, search.Now, note));
    }

    /// <summary>One search while it is under way.</summary>
    private sealed class Search(string host, HostNature nature, DateTimeOffset now)
    {
        public string Host => host;

        public HostNature Nature => nature;

        public DateTimeOffset Now => now;

        public List<FoundContact> Found { get; } = [];

        public List<MissedContact> Missed { get; } = [];

        public DateTimeOffset? RetryAt { get; private set; }

        /// <summary>The latest wish counts: then all may be asked.</summary>
        public void Wait(DateTimeOffset? until) => RetryAt = until is { } later && !(RetryAt > later) ? later : RetryAt;

        public void Read(ContactRule rule, ServerAnswer answer, Func<byte[], RdapReading> read, Func<RdapContact, string, FoundContact> make)
        {
            Wait(answer.RetryAt);
            var reading = answer.Code is { } code ? new RdapReading(null, code) : read(answer.Body);
            if (reading.Contact is { } contact)
                Found.Add(make(contact, answer.At.AbsoluteUri));
            else
                Missed.Add(new(rule, reading.Code ?? "contact.none", answer.At.AbsoluteUri));
        }
    }
}
