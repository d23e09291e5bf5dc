using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using PuppeteerSharp;
using Terjaga.Common.Http;

namespace Terjaga.Evidence.Browsing;

/// <summary>Carries out what a page asks for through the guarded client, and keeps each answer; the browser itself reaches nothing.</summary>
internal sealed class PageRequests(GuardedClient client, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>What the client may tell of the browser; no cookie, no credential, no referrer.</summary>
    private static readonly string[] _told = ["user-agent", "accept", "accept-language"];

    /// <summary>What does not hold any more once the body is unpacked, and what the browser reads otherwise.</summary>
    private static readonly HashSet<string> _dropped =
        new(["content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection"], StringComparer.OrdinalIgnoreCase);

    private readonly SemaphoreSlim _turns = new(BrowserLimits.RequestsAtOnce);

    private readonly ConcurrentQueue<Exchange> _way = new(), _parts = new();

    private int _count;

    private long _bytes;

    /// <summary>The steps that the page itself took, redirects and moves by script included.</summary>
    public IReadOnlyList<Exchange> Way => [.. _way];

    /// <summary>What the page asked for beside itself.</summary>
    public IReadOnlyList<Exchange> Parts => [.. _parts];

    /// <summary>Answers one request; whatever goes wrong with it ends that request and not the page.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The browser may end at any moment; a request that it forgot has no answer.")]
    [SuppressMessage("Usage", "VSTHRD100", Justification = "An event of the library.")]
    public async void Answer(object? sender, RequestEventArgs asked)
    {
        try
        {
            await AnswerAsync(asked.Request);
        }
        catch (Exception)
        {
            // Nobody waits for the answer.
        }
    }

    /// <remarks>What is still under way then ends as the browser did: nobody waits for it.</remarks>
    public void Dispose() => _turns.Dispose();

    private async Task AnswerAsync(IRequest request)
    {
        if (request.Url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            await request.ContinueAsync();
            return;
        }

        if (await VisitAsync(request) is not { } exchange)
        {
            await request.AbortAsync(RequestAbortErrorCode.AccessDenied);
            return;
        }

        (IsOfPage(request) ? _way : _parts).Enqueue(exchange);
        if (exchange.Code is not null || exchange.StatusCode is not { } status)
            await request.AbortAsync(RequestAbortErrorCode.Failed);
        else
            await request.RespondAsync(Answer(exchange, status));
    }

    /// <summary>Null for what is not asked at all.</summary>
    private async Task<Exchange?> VisitAsync(IRequest request)
    {
        if (request.Method.Method is not ("GET" or "HEAD") || Interlocked.Increment(ref _count) > BrowserLimits.MaxRequests
            || Interlocked.Read(ref _bytes) > BrowserLimits.MaxBytes)
        {
            return null;
        }

        var told = request.Headers.Where(h => _told.Contains(h.Key.ToLowerInvariant())).ToList();
        if (!FetchAddress.Parse(request.Url).TryGet(out var address, out var problem))
            return Uri.TryCreate(request.Url, UriKind.Absolute, out var refused) ? Exchange.Failed(client.Now, refused, told, problem.Code) : null;
        if (request.RedirectChain.Length > FetchLimits.MaxRedirects)
            return Exchange.Failed(client.Now, address, told, "fetch.redirect-limit");

        await _turns.WaitAsync(cancellationToken);
        try
        {
            var exchange = await client.VisitAsync(address, told, cancellationToken);
            Interlocked.Add(ref _bytes, exchange.Body.Length);
            return exchange;
        }
        finally
        {
            _turns.Release();
        }
    }

    private static bool IsOfPage(IRequest request) => request.IsNavigationRequest && request.Frame?.ParentFrame is null;

    private static ResponseData Answer(Exchange exchange, int status) => new()
    {
        Status = (HttpStatusCode)status,
        Headers = exchange.ResponseHeaders.Where(h => !_dropped.Contains(h.Key)).GroupBy(h => h.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(h => h.Key, h => (object)string.Join(", ", h.Select(v => v.Value))),
        BodyData = exchange.Body,
    };
}
