using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.App;

namespace Terjaga.Tests.Rules;

/// <summary>A desk on a real port with one officer of each role, all signed in through the pages they would use.</summary>
public sealed partial class StaffedDesk : IAsyncLifetime
{
    private const string Password = "kata sandi yang panjang";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("terjaga-");
    private readonly Dictionary<Role, string> _cookies = [];
    private WebApplication? _app;
    private HttpClient? _browser;

    /// <summary>Every endpoint that the desk has.</summary>
    internal IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. ((IEndpointRouteBuilder)_app!).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public async ValueTask InitializeAsync()
    {
        _app = DeskHost.Build(new Dictionary<string, string?>
        {
            [DeskOptions.UrlsKey] = "http://127.0.0.1:0",
            [DeskOptions.DataFolderKey] = _folder.FullName,
            [DeskOptions.RolesKey] = DeskOptions.WebRole,
            ["Accounts:SecondFactor"] = "optional",
            ["Logging:LogLevel:Default"] = "None",
        }, builder => builder.Services.AddQuickPasswords());
        await using var scope = _app.Services.CreateAsyncScope();
        var first = await scope.ServiceProvider.GetRequiredService<PrepareDesk>().RunAsync(CancellationToken.None);
        await _app.StartAsync(CancellationToken.None);
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(_app.Urls.First()),
        };
        _cookies[Role.Administrator] = await JoinAsync(first!.AbsolutePath);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
            _cookies[role] = await JoinAsync(await InviteAsync(role));
    }

    /// <summary>Calls an endpoint as an officer of a role, or as nobody; every place of its path is filled with something unknown.</summary>
    internal async Task<HttpResponseMessage> CallAsync(RouteEndpoint endpoint, string method, Role? role)
    {
        var path = PlacePattern().Replace(endpoint.RoutePattern.RawText!, place =>
            place.Value.Contains("guid", StringComparison.Ordinal) ? $"{Guid.Empty}" : new string('a', 64));
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(path, UriKind.Relative));
        if (role is { } known)
            request.Headers.Add("Cookie", _cookies[known]);
        // Some answers have no end, such as the news of an open queue.
        return await _browser!.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _browser?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<string> InviteAsync(Role role)
    {
        using var page = await PostAsync("/meja/petugas", _cookies[Role.Administrator], new()
        {
            ["nama"] = $"{role}",
            ["tampil"] = $"{role}",
            ["kementerian"] = $"{Authority.MinistryOf(role) ?? Ministry.Kp2mi}",
            ["peran"] = $"{role}",
        });
        return InvitationPattern().Match(await page.Content.ReadAsStringAsync()).Value;
    }

    private async Task<string> JoinAsync(string path)
    {
        using var answer = await PostAsync(path, "", new() { ["sandi"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("terjaga=", StringComparison.Ordinal)).Split(';')[0];
    }

    private Task<HttpResponseMessage> PostAsync(string path, string cookie, Dictionary<string, string> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return _browser!.SendAsync(request);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"/undangan/[\w-]+")]
    private static partial Regex InvitationPattern();
}
