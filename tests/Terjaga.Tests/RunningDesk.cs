using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Terjaga.Accounts;
using Terjaga.App;

namespace Terjaga.Tests;

/// <summary>A desk on a real port, with a data folder of its own that goes with it.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private RunningDesk(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        Browser = NewBrowser();
    }

    /// <summary>Follows no redirect and keeps no cookie, so that a test sees each answer as it was given.</summary>
    public HttpClient Browser { get; }

    /// <summary>The link by which the first administrator joins; null on a desk that was not prepared.</summary>
    public Uri? FirstLink { get; private init; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a desk that serves pages only; <paramref name="map"/> adds endpoints that behave as a test needs.</summary>
    public static Task<RunningDesk> StartAsync(Action<WebApplication>? map = null) =>
        StartAsync(DeskOptions.WebRole, new Dictionary<string, string?>(), map, isPrepared: false);

    /// <summary>Starts a whole desk, with its database and its workers.</summary>
    public static Task<RunningDesk> StartWholeAsync(IReadOnlyDictionary<string, string?>? settings = null) =>
        StartAsync($"{DeskOptions.WebRole},{DeskOptions.WorkerRole}", settings ?? new Dictionary<string, string?>(), null, isPrepared: true);

    /// <summary>Starts a desk with its database and a clock of the test's, on which nobody works.</summary>
    public static Task<RunningDesk> StartAsync(TimeProvider clock, IReadOnlyDictionary<string, string?>? settings = null) =>
        StartAsync(DeskOptions.WebRole, settings ?? new Dictionary<string, string?>(), null, isPrepared: true, clock);

    /// <summary>Waits until something has come to pass; fails after half a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> hasHappened)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await hasHappened())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "It has not happened.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<string> ReadAsync(string path) =>
        Browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends with the headers given as <c>Name: value</c>.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params string[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var header in headers)
            request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        return Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The browser of a new officer of a prepared desk; it keeps its cookie, and follows no redirect.</summary>
    public async Task<HttpClient> SignInAsync(Role role)
    {
        var (name, password) = (role.ToString(), "a long password of a test");
        await using var scope = _app.Services.CreateAsyncScope();
        var cancellationToken = TestContext.Current.CancellationToken;
        var link = Expect.Value(await scope.ServiceProvider.GetRequiredService<InviteOfficer>().RunAsync(
            new(TestDesk.As(Role.Administrator), name, name, Authority.MinistryOf(role) ?? Ministry.Komdigi, role), cancellationToken));
        Expect.Value(await scope.ServiceProvider.GetRequiredService<AcceptInvitation>().RunAsync(
            new(link.Token, password), cancellationToken));

        var browser = NewBrowser(areCookiesKept: true);
        using var answer = await browser.PostAsJsonAsync("/api/session", new { name, password }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<RunningDesk> StartAsync(
        string roles, IReadOnlyDictionary<string, string?> settings, Action<WebApplication>? map, bool isPrepared,
        TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("terjaga-");
        var app = DeskHost.Build(new Dictionary<string, string?>(settings)
        {
            [DeskOptions.UrlsKey] = "http://127.0.0.1:0",
            [DeskOptions.DataFolderKey] = folder.FullName,
            [DeskOptions.RolesKey] = roles,
            ["Logging:LogLevel:Default"] = "None",
            ["Accounts:SecondFactor"] = settings.GetValueOrDefault("Accounts:SecondFactor", "optional"),
            ["Browser:Program"] = settings.GetValueOrDefault("Browser:Program", ""),
        }, builder => builder.Services.AddQuickPasswords().Replace(ServiceDescriptor.Singleton(clock ?? TimeProvider.System)));
        if (isPrepared)
            await PreparedDatabase.CopyAsync(app.Services, folder.FullName, hasLists: true);
        map?.Invoke(app);
        await using var scope = app.Services.CreateAsyncScope();
        var link = isPrepared
            ? await scope.ServiceProvider.GetRequiredService<PrepareDesk>().RunAsync(TestContext.Current.CancellationToken)
            : null;
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDesk(app, folder) { FirstLink = link };
    }

    private HttpClient NewBrowser(bool areCookiesKept = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = areCookiesKept,
        AutomaticDecompression = DecompressionMethods.None,
    })
    {
        BaseAddress = new Uri(_app.Urls.First()),
    };
}
