using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Queue;

/// <summary>An officer who reads the queue, with an account made by invitation as on any desk.</summary>
internal static class Analyst
{
    /// <summary>Long enough for the rule, and of no other use.</summary>
    private const string Password = "a long password for a benchmark";

    private const string Name = "analis";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>From the link of the first start to an analyst, and one report in the queue.</summary>
    public static async Task JoinAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        using var http = await SignInAdministratorAsync(desk, cancellationToken);
        var invitation = await PostAsync(
            http, "/api/invitations", new { Name, DisplayName = Name, Ministry = "Kp2mi", Role = "Kp2miAnalyst" }, cancellationToken);
        var token = new Uri((string)invitation!["address"]!).Segments[^1];
        await PostAsync(http, $"/api/invitations/{token}", new { Password }, cancellationToken);

        var report = await PostAsync(http, "/api/reports", new { text = ReportTexts.All[0] }, cancellationToken);
        var begun = TimeProvider.System.GetTimestamp();
        while ((string?)(await http.GetFromJsonAsync<JsonNode>((string)report!["status"]!, cancellationToken))!["state"] == "received")
        {
            if (TimeProvider.System.GetElapsedTime(begun) > _patience)
                throw new TimeoutException("The report was not screened.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }

    /// <summary>A client with the session of the administrator, who takes the link of the first start.</summary>
    public static async Task<HttpClient> SignInAdministratorAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        var http = Loopback.Client(desk.Address);
        await PostAsync(http, $"/api/invitations/{desk.FirstToken}", new { Password }, cancellationToken);
        await PostAsync(http, "/api/session", new { Name = "admin", Password }, cancellationToken);
        return http;
    }

    /// <summary>A client with the analyst's session.</summary>
    public static async Task<HttpClient> SignInAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        var http = Loopback.Client(desk.Address);
        await PostAsync(http, "/api/session", new { Name, Password }, cancellationToken);
        return http;
    }

    private static async Task<JsonNode?> PostAsync(HttpClient http, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(path, body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"POST {path}: {answer.StatusCode} {text}");
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }
}
