using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Terjaga.Benchmarks.Queue;

namespace Terjaga.Benchmarks.Desk;

/// <summary>Fifty officers of both ministries, with their sessions.</summary>
/// <remarks>They sign in once: a session outlives a restart of the desk, and an address may sign in a few times a minute only.</remarks>
internal sealed record Staff(IReadOnlyList<Staff.Member> Members)
{
    /// <param name="Cookie">The session, as the browser sends it.</param>
    internal sealed record Member(string Role, string Cookie);

    public const string Password = "a long password for a benchmark";

    private static readonly (string Role, string Ministry, int Count)[] _roles =
        [("Kp2miAnalyst", "Kp2mi", 20), ("Kp2miApprover", "Kp2mi", 10), ("KomdigiOfficer", "Komdigi", 10), ("KomdigiApprover", "Komdigi", 10)];

    /// <summary>Takes the first link, invites all, and lets one report be filed by the desk itself.</summary>
    public static async Task<Staff> HireAsync(ServerProcess desk, CancellationToken cancellationToken)
    {
        using var administrator = await Analyst.SignInAdministratorAsync(desk, cancellationToken);
        var members = new List<Member>();
        foreach (var (role, ministry, count) in _roles)
        {
            var cookie = await HireAsync(desk, administrator, role, ministry, cancellationToken);
            members.AddRange(Enumerable.Repeat(new Member(role, cookie), count));
        }

        await FileOneAsync(administrator, cancellationToken);
        return new Staff(members);
    }

    /// <summary>A client that sends the session of one of them.</summary>
    public static HttpClient ClientOf(Member member, Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Cookie", member.Cookie);
        return http;
    }

    private static async Task<string> HireAsync(
        ServerProcess desk, HttpClient administrator, string role, string ministry, CancellationToken cancellationToken)
    {
        var invitation = await PostAsync(administrator, "/api/invitations", new { Name = role, DisplayName = role, Ministry = ministry, Role = role }, cancellationToken);
        var token = new Uri((string)invitation!["address"]!).Segments[^1];
        await PostAsync(administrator, $"/api/invitations/{token}", new { Password }, cancellationToken);
        var jar = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, UseProxy = false }) { BaseAddress = desk.Address };
        await PostAsync(http, "/api/session", new { Name = role, Password }, cancellationToken);
        return jar.GetCookieHeader(desk.Address);
    }

    private static async Task FileOneAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var report = await PostAsync(http, "/api/reports", new { text = ReportTexts.All[0] }, cancellationToken);
        while ((string?)(await http.GetFromJsonAsync<JsonNode>((string)report!["status"]!, cancellationToken))!["state"] == "received")
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
    }

    /// <summary>Throws where the desk refuses.</summary>
    public static async Task<JsonNode?> PostAsync(HttpClient http, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(path, body, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"POST {path}: {answer.StatusCode} {text}");
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }
}
