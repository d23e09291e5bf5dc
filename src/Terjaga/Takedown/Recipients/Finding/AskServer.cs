using Terjaga.Common.Http;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Asks a server for a contact, through the guarded client: encrypted, bounded, a few redirects, and not before a server wants to be asked again.</summary>
internal sealed class AskServer(GuardedClient client, ServerPauses pauses)
{
    /// <summary>Most redirects that are followed; from one regional registry to another there is one.</summary>
    private const int MaxRedirects = 3;

    /// <summary>One server may take so long: five of them must fit into the 30 seconds that the work has.</summary>
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(5);

    /// <param name="accept">Media types that are wanted.</param>
    /// <param name="isSameHostOnly">Whether a redirect to another host is refused.</param>
    public async Task<ServerAnswer> RunAsync(Uri address, string accept, int maxBytes, bool isSameHostOnly, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_time);
        try
        {
            return await FollowAsync(address, accept, maxBytes, isSameHostOnly, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("fetch.timeout", address);
        }
    }

    private async Task<ServerAnswer> FollowAsync(Uri address, string accept, int maxBytes, bool isSameHostOnly, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = PlainOf(address); ;)
        {
            if (!seen.Add(at.AbsoluteUri) || seen.Count > MaxRedirects + 1)
                return Failed("fetch.redirect-limit", at);
            if (Refuse(at) is { } refusal)
                return refusal;
            var exchange = await client.VisitAsync(at, [KeyValuePair.Create("Accept", accept)], cancellationToken);
            if (exchange.Next is not { } next || exchange.Code is not null)
                return Read(exchange, maxBytes);
            if (!Uri.TryCreate(at, next, out var hop) || (isSameHostOnly && !hop.Host.Equals(at.Host, StringComparison.OrdinalIgnoreCase)))
                return Failed("fetch.redirect-invalid", at);
            at = PlainOf(hop);
        }
    }

    /// <remarks>The fixed addresses of a rehearsal have no certificates.</remarks>
    private Uri PlainOf(Uri at) => at.Scheme == Uri.UriSchemeHttps && client.IsRehearsed(at.IdnHost)
        ? new UriBuilder(at) { Scheme = Uri.UriSchemeHttp, Port = at.IsDefaultPort ? -1 : at.Port }.Uri
        : at;

    private ServerAnswer? Refuse(Uri at)
    {
        if (!FetchAddress.Parse(at.AbsoluteUri).TryGet(out _, out var problem))
            return Failed(problem.Code, at);
        if (at.Scheme != Uri.UriSchemeHttps && !client.IsRehearsed(at.IdnHost))
            return Failed("contact.not-encrypted", at);
        return pauses.Of(at.IdnHost, client.Now) is { } until ? new ServerAnswer("contact.busy", at, [], null, until) : null;
    }

    private ServerAnswer Read(Exchange exchange, int maxBytes)
    {
        var at = exchange.Address;
        if (exchange.Code is { } code)
            return Failed(code, at);
        if (exchange.StatusCode is 429 or 503) // RFC 6585 section 4, RFC 9110 section 15.6.4
            return new ServerAnswer("contact.busy", at, [], null, pauses.Pause(at.IdnHost, exchange.Header("Retry-After"), client.Now));
        if (exchange.StatusCode != 200)
            return Failed(exchange.StatusCode is 404 or 410 ? "contact.none" : "contact.status", at);
        return exchange.Body.Length > maxBytes ? Failed("fetch.too-large", at) : new ServerAnswer(null, at, exchange.Body, exchange.MediaType);
    }

    private static ServerAnswer Failed(string code, Uri at) => new(code, at, [], null);
}
