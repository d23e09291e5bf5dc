using Terjaga.Accounts;

namespace Terjaga.Tests;

/// <summary>A running desk with one officer of each role, signed in.</summary>
public sealed class OfficersDesk : IAsyncLifetime
{
    private readonly Dictionary<Role, HttpClient> _browsers = [];
    private RunningDesk? _desk;

    internal RunningDesk Desk => _desk ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _desk = await RunningDesk.StartAsync(TimeProvider.System);
        foreach (var role in Enum.GetValues<Role>())
            _browsers[role] = await _desk.SignInAsync(role);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await Desk.DisposeAsync();
    }

    public HttpClient As(Role role) => _browsers[role];

    public async Task<string> ReadAsync(Role role, string path) =>
        await As(role).GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(Role role, string path, Dictionary<string, string> form) => As(role).PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
}
