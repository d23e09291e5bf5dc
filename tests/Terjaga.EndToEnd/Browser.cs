using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>Debian's Chromium, without a window.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium.Program))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A person with a browser of their own; in CI a missing Chromium fails, elsewhere it skips.</summary>
    public async Task<IPage> OpenAsync(Uri desk, int width, bool isScriptOn = true)
    {
        Chromium.Require();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = desk.ToString(),
            JavaScriptEnabled = isScriptOn,
            Locale = "id-ID",
            ViewportSize = new() { Width = width, Height = 800 },
        });
        return await context.NewPageAsync();
    }
}
