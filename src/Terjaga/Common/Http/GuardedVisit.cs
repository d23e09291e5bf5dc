using System.Net.Sockets;

namespace Terjaga.Common.Http;

/// <summary>Asks one address once. A connection serves one visit, so that nothing of another visit is met on it.</summary>
internal static class GuardedVisit
{
    /// <param name="Limit">Ends the visit by its time.</param>
    /// <param name="Stopping">Ends it because the desk stops; then it throws.</param>
    public readonly record struct Until(CancellationToken Limit, CancellationToken Stopping);

    /// <summary>What came of it; the body goes into the sink and is not in the answer.</summary>
    public static async Task<Exchange> RunAsync(
        GuardedConnector connector, HttpRequestMessage request, BodyReader.Sink sink, DateTimeOffset now, Until until)
    {
        var connection = new GuardedConnection(connector);
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = connection.OpenAsync,
            MaxResponseHeadersLength = FetchLimits.MaxHeaderKibibytes,
            UseCookies = false,
            UseProxy = false,
        };
        using var client = new HttpMessageInvoker(handler);
        var asked = Exchange.Failed(now, request.RequestUri!, Read(request.Headers), code: null);
        try
        {
            using var response = await client.SendAsync(request, until.Limit);
            var answer = asked with
            {
                StatusCode = (int)response.StatusCode,
                Reason = response.ReasonPhrase ?? "",
                ResponseHeaders = [.. Read(response.Headers), .. Read(response.Content.Headers)],
            };
            var code = answer.Next is null ? await BodyReader.ReadAsync(response.Content, sink, until.Limit) : null;
            return With(connection, answer, code);
        }
        catch (OperationCanceledException) when (!until.Stopping.IsCancellationRequested)
        {
            return With(connection, asked, "fetch.timeout");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException or SocketException)
        {
            return With(connection, asked, CodeOf(exception));
        }
    }

    private static Exchange With(GuardedConnection connection, Exchange exchange, string? code) => exchange with
    {
        RemoteAddress = connection.Remote?.ToString(),
        Certificate = connection.Certificate,
        Code = code,
    };

    private static string CodeOf(Exception exception) =>
        (exception as RefusedException ?? exception.GetBaseException() as RefusedException)?.Code
        ?? (exception is InvalidDataException ? HttpRequestError.InvalidResponse
            : (exception as HttpRequestException)?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError) switch
        {
            HttpRequestError.ConfigurationLimitExceeded => "fetch.too-many-headers",
            HttpRequestError.InvalidResponse => "fetch.invalid-answer",
            HttpRequestError.ResponseEnded => "fetch.cut-short",
            _ => "fetch.unreachable",
        };

    private static List<KeyValuePair<string, string>> Read(System.Net.Http.Headers.HttpHeaders headers) =>
        [.. headers.NonValidated.SelectMany(h => h.Value, (h, value) => KeyValuePair.Create(h.Key, value))];
}
