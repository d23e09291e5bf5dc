using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.App.Offline;
using Terjaga.App.Web;
using Terjaga.Screening;

namespace Terjaga.Tests.Offline;

public sealed partial class KeptPagesTests(SharedDesk shared)
{
    /// <summary>A first visit with all that it lets the device keep, in bytes on the line.</summary>
    private const int MaxWeight = 50_000;

    [Fact]
    public async Task A_device_keeps_every_lesson_and_the_help_in_both_languages_and_nothing_else()
    {
        var kept = await ReadAsync();
        var signs = shared.Desk.Services.GetRequiredService<Catalogue>().Signals.Select(sign => $"/pelajaran/{sign.Id}").ToList();
        string[] paths = ["/luring", "/bantuan", "/pelajaran", .. signs];

        Assert.InRange(signs.Count, 50, 500);
        Assert.Equal(paths.SelectMany(path => new[] { $"{path}?bahasa=en", $"{path}?bahasa=id" }).Order(), kept.Keys.Order());
        Assert.Equal(signs.Order(), LessonPattern().Matches(kept["/pelajaran?bahasa=id"]).Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public async Task What_is_kept_is_what_is_read_online_and_was_asked_without_a_visitor()
    {
        foreach (var (address, page) in await ReadAsync())
        {
            using var online = await shared.Desk.SendAsync(HttpMethod.Get, address, null, "Sec-Fetch-Mode: same-origin");

            Assert.Equal(200, (int)online.StatusCode);
            Assert.False(online.Headers.Contains("Set-Cookie"));
            Assert.Equal(await online.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), page);
        }
    }

    [Fact]
    public async Task Nothing_of_a_person_and_nothing_of_the_desk_can_be_kept()
    {
        string[] never = ["/meja", "/cek", "/api", "/lapor", "/status", "/masuk", "/undangan", "/jawab"];
        var kept = await ReadAsync();

        Assert.DoesNotContain(kept.Keys, address => never.Any(path => address.StartsWith(path, StringComparison.Ordinal)));
        Assert.DoesNotContain(kept.Values, page => page.Contains("<form", StringComparison.Ordinal));
        Assert.DoesNotContain(kept.Values, page => page.Contains("href=\"/meja", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_network_a_reader_is_told_kindly_in_both_languages_what_can_be_read()
    {
        var page = (await ReadAsync())["/luring?bahasa=en"];

        Assert.Contains("<h1>No network now</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<section lang=\"id\"><h2>Belum ada jaringan</h2>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/pelajaran\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:110\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_drawn_once_and_their_version_is_that_of_their_content()
    {
        var pages = shared.Desk.Services.GetRequiredService<KeptPages>();

        var real = await pages.MakeAsync(isFictional: false);

        Assert.Same(real, await pages.MakeAsync(isFictional: false));
        Assert.Equal(OwnFile.Hash(real.Content), real.Version);
        Assert.NotEqual(OwnFile.Hash([.. real.Content, 0]), real.Version);
    }

    [Fact]
    public async Task A_first_visit_and_all_that_is_kept_weigh_less_than_50_KB()
    {
        var weight = 0;
        foreach (var path in new[] { "/cek", "/style.css", "/icon.svg", "/terjaga.js", "/manifest.webmanifest", "/sw.js", KeptPages.Path })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            using var answer = await shared.Desk.Browser.SendAsync(request, TestContext.Current.CancellationToken);
            weight += (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{weight} bytes");
        Assert.InRange(weight, 1_000, MaxWeight);
    }

    private async Task<Dictionary<string, string>> ReadAsync() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await shared.Desk.ReadAsync(KeptPages.Path))!;

    [GeneratedRegex("href=\"(/pelajaran/[^\"?]+)\"")]
    private static partial Regex LessonPattern();
}
