using System.Net.Http.Headers;

namespace Terjaga.Common.Http;

/// <summary>The only way out of the process to an address that a stranger chose.</summary>
/// <remarks>No cookies, credentials, referrer or proxy; every redirect is a new visit with all its checks.</remarks>
internal sealed class GuardedClient(GuardedConnector connector, TimeProvider clock)
{
    private const string OurName = "Terjaga/1.0";

    private const int HttpsPort = 443;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Reads a page, following at most <see cref="FetchLimits.MaxRedirects"/> redirects.</summary>
    public Task<FetchOutcome> FetchAsync(WebAddress address, CancellationToken cancellationToken) =>
        FollowAsync(address, new(null, FetchLimits.MaxBodyBytes), FetchLimits.Time, cancellationToken);

    /// <summary>Reads a file into a stream, with limits of its own; the body of the outcome stays empty.</summary>
    /// <param name="into">Empty; what it holds after a failure is of no use.</param>
    /// <param name="maxBytes">Most bytes after decompression.</param>
    /// <param name="time">Everything together: look-up, redirects, headers and body.</param>
    public Task<FetchOutcome> DownloadAsync(
        WebAddress address, Stream into, long maxBytes, TimeSpan time, CancellationToken cancellationToken) =>
        FollowAsync(address, new(into, maxBytes), time, cancellationToken);

    /// <summary>Asks one address as a browser would that shows a page to us; a redirect is its answer and is not followed.</summary>
    /// <param name="headers">What may be told of the browser: what it is, which languages and kinds of files it takes.</param>
    public async Task<Exchange> VisitAsync(
        Uri address, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FetchLimits.Time);
        using var request = Ask(address, OurName);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await VisitAsync(request, new(null, FetchLimits.MaxBodyBytes), new(limit.Token, cancellationToken));
    }

    /// <summary>Whether a name leads to a fixed address of a rehearsal, where nothing is encrypted.</summary>
    public bool IsRehearsed(string host) => connector.IsFixed(host);

    /// <summary>Where a name leads, by the same look-up and the same refusals as a visit; nothing is connected.</summary>
    public async Task<HostAddresses> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var endPoints = await connector.ResolveAsync(host, HttpsPort, cancellationToken);
            return new HostAddresses([.. endPoints.Select(endPoint => endPoint.Address)], null);
        }
        catch (RefusedException refused)
        {
            return new HostAddresses([], refused.Code);
        }
    }

    /// <summary>Calls a recipient; a redirect is its answer and is not followed.</summary>
    public async Task<FetchOutcome> PostAsync(
        WebAddress address, IReadOnlyDictionary<string, string> headers, byte[] body, string mediaType,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FetchLimits.Time);
        using var request = Ask(address.ToUri(), OurName);
        request.Method = HttpMethod.Post;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return FetchOutcome.Of(
            [await VisitAsync(request, new(null, FetchLimits.MaxBodyBytes), new(limit.Token, cancellationToken))], address);
    }

    private async Task<FetchOutcome> FollowAsync(WebAddress address, Target target, TimeSpan time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        List<Exchange> exchanges = [];
        var at = address.ToUri();
        while (true)
        {
            using var request = Ask(at, OurName);
            var exchange = await VisitAsync(request, target, new(limit.Token, cancellationToken));
            exchanges.Add(exchange);
            if (exchange.Next is not { } next || exchange.Code is not null)
                return FetchOutcome.Of(exchanges, address);
            if (exchanges.Count > FetchLimits.MaxRedirects)
                return FetchOutcome.Of(exchanges, address, "fetch.redirect-limit");
            if (!Uri.TryCreate(at, next, out var hop) || !FetchAddress.Parse(hop.AbsoluteUri).TryGet(out var parsed, out _))
                return FetchOutcome.Of(exchanges, address, "fetch.redirect-invalid");
            at = parsed;
        }
    }

    private async Task<Exchange> VisitAsync(HttpRequestMessage request, Target target, GuardedVisit.Until until)
    {
        await using var body = new MemoryStream();
        var exchange = await GuardedVisit.RunAsync(
            connector, request, new(target.Into ?? body, target.MaxBytes), clock.GetUtcNow(), until);
        return exchange.Code is null ? exchange with { Body = body.ToArray() } : exchange;
    }

    private static HttpRequestMessage Ask(Uri address, string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", name);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", BodyReader.Codings);
        return request;
    }

    /// <param name="Into">Null for what is kept in memory.</param>
    private readonly record struct Target(Stream? Into, long MaxBytes);
}
