using System.Net;
using System.Text.RegularExpressions;

namespace Terjaga.Tests.Layout;

public sealed partial class PublicPageTests(SharedDesk shared)
{
    private static readonly string[] _everyPage = ["/", "/bantuan", "/tidak-ada"];

    [Fact]
    public async Task Home_is_Indonesian_even_for_a_browser_set_to_English()
    {
        var desk = shared.Desk;

        using var response = await desk.SendAsync(HttpMethod.Get, "/", null, "Accept-Language: en-US,en;q=0.9");

        var page = await ReadAsync(response);
        Assert.Contains("<html lang=\"id\">", page, StringComparison.Ordinal);
        Assert.Contains("Laporkan lowongan", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_is_English_for_who_asks_and_stays_so_by_a_cookie()
    {
        var desk = shared.Desk;

        using var asked = await desk.GetAsync("/?bahasa=en");
        var cookie = Assert.Single(asked.Headers.GetValues("Set-Cookie")).Split(';')[0];
        using var later = await desk.SendAsync(HttpMethod.Get, "/", null, $"Cookie: {cookie}");

        foreach (var response in new[] { asked, later })
        {
            var page = await ReadAsync(response);
            Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
            Assert.Contains("Report an offer", page, StringComparison.Ordinal);
        }

        Assert.False(later.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_a_browser_loads_by_the_way_chooses_no_language()
    {
        var desk = shared.Desk;

        using var loaded = await desk.SendAsync(HttpMethod.Get, "/?bahasa=en", null, "Sec-Fetch-Mode: no-cors");
        using var visited = await desk.SendAsync(HttpMethod.Get, "/?bahasa=en", null, "Sec-Fetch-Mode: navigate");

        Assert.False(loaded.Headers.Contains("Set-Cookie"));
        Assert.True(visited.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Language_switch_keeps_the_path_and_what_was_asked()
    {
        var desk = shared.Desk;

        var page = WebUtility.HtmlDecode(await desk.ReadAsync("/bantuan?sesudah=1%262&bahasa=id"));

        Assert.Contains("href=\"/bantuan?sesudah=1%262&bahasa=en\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_put_an_unknown_language_or_markup_through_the_switch()
    {
        var desk = shared.Desk;

        using var response = await desk.GetAsync("/?bahasa=%22%3E%3Cscript%3E&x=%22%3E%3Cscript%3E");

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Single(Scripts(await ReadAsync(response)));
    }

    [Fact]
    public async Task Every_page_has_the_help_numbers_and_when_they_were_checked()
    {
        var desk = shared.Desk;

        foreach (var path in _everyPage.Append("/gagal"))
        {
            using var response = await desk.GetAsync(path);
            var page = WebUtility.HtmlDecode(await ReadAsync(response));
            Assert.Contains("href=\"tel:08001000\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"tel:+622129244800\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"tel:110\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"tel:129\"", page, StringComparison.Ordinal);
            Assert.Contains("April 2025", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_public_page_weighs_less_than_50_KB_all_told_and_its_one_script_is_a_file_of_ours()
    {
        var desk = shared.Desk;
        var files = (await desk.ReadAsync("/style.css")).Length + (await desk.ReadAsync("/icon.svg")).Length
            + (await desk.ReadAsync("/terjaga.js")).Length + (await desk.ReadAsync("/sw.js")).Length;

        foreach (var path in _everyPage)
        {
            using var response = await desk.GetAsync(path);
            var page = await ReadAsync(response);
            Assert.InRange(page.Length + files, 1, 50_000);
            Assert.Matches("^<script src=\"/terjaga\\.js\\?v=[0-9a-f]+\" defer></script>$", Assert.Single(Scripts(page)));
            Assert.DoesNotMatch("<[^>]* on[a-z]+=", page);
            Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IEnumerable<string> Scripts(string page) => ScriptPattern().Matches(page).Select(match => match.Value);

    [GeneratedRegex("<script.*?(</script>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex ScriptPattern();

    private static Task<string> ReadAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
