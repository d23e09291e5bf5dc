using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>What every walk of an officer does: signing in, waiting for a case, and looking whether a page can be read.</summary>
internal static class OfficerWalk
{
    private const int Phone = 360, Monitor = 1440;

    private static readonly string _pictures = Path.Combine(SharedFolder.Root, "artifacts", "pictures");

    public static async Task<IPage> SignInAsync(Browser browser, DeskProcess desk, string name)
    {
        var page = await browser.OpenAsync(desk.Address, Monitor, isScriptOn: true);
        await page.GotoAsync("/meja");
        await page.Locator("#nama").FillAsync(name);
        await page.Locator("#sandi").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        return page;
    }

    /// <summary>No barrier that axe knows, nothing beside the screen of a phone; and its pictures are taken.</summary>
    public static async Task ExpectReadableAsync(IPage page, string name)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}")));
        await PhotographAsync(page, name + "-1440");
        await page.SetViewportSizeAsync(Phone, 800);
        Assert.Equal(Phone, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await PhotographAsync(page, name + "-360");
        await page.SetViewportSizeAsync(Monitor, 900);
    }

    /// <summary>Waits until the desk has made one case of so many reports.</summary>
    public static async Task<string> CaseWithAsync(DeskClient client, string state, int reports, CancellationToken cancellationToken)
    {
        for (var look = 0; look < 150; look++)
        {
            var queue = await client.GetAsync($"/api/cases?state={state}", cancellationToken);
            if (queue["cases"]!.AsArray() is [JsonNode only] && (int)only["reportCount"]! == reports)
                return (string)only["id"]!;
            await Task.Delay(200, cancellationToken);
        }

        throw new TimeoutException($"There is no case of {reports} reports in {state}.");
    }

    public static Task<byte[]> PhotographAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(_pictures, name + ".png"), FullPage = true });
}
