using System.Net;
using System.Net.Http.Headers;

namespace Terjaga.Common.Http;

/// <summary>The only way out of the process to an address that a stranger chose.</summary>
/// <remarks>No cookies, credentials, referrer or proxy; every redirect is a new visit with all its checks.</remarks>
internal sealed class GuardedClient : IDisposable
{
    private readonly HttpClient _client;

    public GuardedClient(GuardedConnector connector)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = connector.ConnectAsync,
            MaxResponseHeadersLength = FetchLimits.MaxHeaderKibibytes,
            PooledConnectionLifetime = TimeSpan.Zero,
            UseCookies = false,
            UseProxy = false,
        };
#pragma warning disable RS0030 // This is the guarded client that the ban leads to.
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Terjaga", "1.0"));
    }

    /// <summary>Reads a page, following at most <see cref="FetchLimits.MaxRedirects"/> redirects.</summary>
    public async Task<FetchOutcome> FetchAsync(WebAddress address, CancellationToken cancellationToken)
    {
        await using var body = new MemoryStream();
        var outcome = await DownloadAsync(address, body, FetchLimits.MaxBodyBytes, FetchLimits.Time, cancellationToken);
        return outcome.StatusCode is null ? outcome : outcome with { Body = body.ToArray() };
    }

    /// <summary>Reads a file into a stream, with limits of its own; the body of the outcome stays empty.</summary>
    /// <param name="into">Empty; what it holds after a failure is of no use.</param>
    /// <param name="maxBytes">Most bytes after decompression.</param>
    /// <param name="time">Everything together: look-up, redirects, headers and body.</param>
    public async Task<FetchOutcome> DownloadAsync(
        WebAddress address, Stream into, long maxBytes, TimeSpan time, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        var at = address;
        for (var hop = 0; hop <= FetchLimits.MaxRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, at.ToUri());
            var (outcome, next) = await VisitAsync(request, at, new(into, maxBytes), limit.Token, cancellationToken);
            if (next is null)
                return outcome;
            if (!FetchAddress.Parse(new Uri(at.ToUri(), next).AbsoluteUri).TryGet(out var hopTo, out _))
                return FetchOutcome.Failed("fetch.redirect-invalid", at);
            at = hopTo;
        }

        return FetchOutcome.Failed("fetch.redirect-limit", at);
    }

    /// <summary>Calls a recipient; a redirect is its answer and is not followed.</summary>
    public async Task<FetchOutcome> PostAsync(
        WebAddress address, IReadOnlyDictionary<string, string> headers, byte[] body, string mediaType,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FetchLimits.Time);
        using var request = new HttpRequestMessage(HttpMethod.Post, address.ToUri()) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        await using var answer = new MemoryStream();
        var (outcome, _) = await VisitAsync(request, address, new(answer, FetchLimits.MaxBodyBytes), limit.Token, cancellationToken);
        return outcome.StatusCode is null ? outcome : outcome with { Body = answer.ToArray() };
    }

    public void Dispose() => _client.Dispose();

    private async Task<(FetchOutcome Outcome, Uri? Next)> VisitAsync(
        HttpRequestMessage request, WebAddress at, Sink sink, CancellationToken limit, CancellationToken stopping)
    {
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
            var status = (int)response.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } next)
                return (new FetchOutcome(status, null, at, null, []), next);
            return (await ReadAsync(response.Content, sink, limit)
                ? new FetchOutcome(status, null, at, response.Content.Headers.ContentType?.ToString(), [])
                : FetchOutcome.Failed("fetch.too-large", at), null);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return (FetchOutcome.Failed("fetch.timeout", at), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            var code = (exception as RefusedException ?? exception.GetBaseException() as RefusedException)?.Code;
            return (FetchOutcome.Failed(code ?? "fetch.unreachable", at), null);
        }
    }

    /// <summary>The body after decompression; false beyond the limit, which also stops a bomb.</summary>
    private static async Task<bool> ReadAsync(HttpContent content, Sink sink, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        var left = sink.MaxBytes;
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if ((left -= read) < 0)
                return false;
            await sink.Into.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }

    /// <summary>Where a body goes, and how much of it.</summary>
    private readonly record struct Sink(Stream Into, long MaxBytes);
}
