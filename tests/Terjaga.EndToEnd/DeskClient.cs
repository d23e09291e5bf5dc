using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Terjaga.EndToEnd;

/// <summary>A program that talks to the desk and does not give up while it is being killed and started again.</summary>
internal sealed class DeskClient : IDisposable
{
    /// <summary>Longer than ten kills and starts take on a machine with other work.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly HttpClient _http;

    public DeskClient(Uri desk) => _http = new HttpClient(
        new SocketsHttpHandler { CookieContainer = new CookieContainer(), ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        BaseAddress = desk,
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Sends until there is an answer of the desk itself; the caller knows whether sending again is harmless.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(
        HttpMethod method, string path, object? body, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path);
                if (body is not null)
                    request.Content = JsonContent.Create(body, options: JsonSerializerOptions.Web);
                if (idempotencyKey is not null)
                    request.Headers.Add("Idempotency-Key", idempotencyKey);
                using var response = await _http.SendAsync(request, cancellationToken);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    var text = await response.Content.ReadAsStringAsync(cancellationToken);
                    return (response.StatusCode, text.Length > 0 ? JsonNode.Parse(text) : null);
                }
            }
            catch (Exception exception) when (
                exception is HttpRequestException or IOException or JsonException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // Killed while it answered; it comes back.
            }

            if (TimeProvider.System.GetElapsedTime(deadline) > _patience)
                throw new TimeoutException($"{method} {path}: the desk did not answer for {_patience}.");
            await Task.Delay(50, cancellationToken);
        }
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string path, object? body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, body, cancellationToken);

    public async Task<JsonNode> GetAsync(string path, CancellationToken cancellationToken)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path, null, cancellationToken);
        Assert.True(status == HttpStatusCode.OK, $"GET {path}: {status} {body}");
        return body!;
    }

    public void Dispose() => _http.Dispose();
}
