using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SkiaSharp;
using Terjaga.App;

namespace Terjaga.Tests.Intake;

public sealed class CheckPagesTests
{
    [Fact]
    public async Task The_card_to_share_has_words_on_it()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        using var answer = await desk.GetAsync("/cek/kartu.png?pita=DangerSigns&tanda=visa_non_kerja");
        using var card = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        var inked = Enumerable.Range(60, 300).Sum(y => Enumerable.Range(0, card.Width).Count(x => card.GetPixel(x, y).Green < 128));
        Assert.InRange(inked, 2_000, 60_000);
    }

    [Fact]
    public async Task What_is_typed_in_the_box_of_another_site_never_stands_in_an_address()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        var box = await desk.ReadAsync("/cek/kotak");

        Assert.Contains("method=\"post\"", box, StringComparison.Ordinal);
        Assert.DoesNotContain(">rahasia", await desk.ReadAsync("/cek?teks=rahasia"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Every_page_of_a_demonstration_says_that_it_is_one(string demo, bool isSaid)
    {
        await using var desk = await RunningDesk.StartWholeAsync(new Dictionary<string, string?> { [DeskOptions.DemoKey] = demo });

        foreach (var path in new[] { "/", "/cek", "/bantuan", "/masuk" })
            Assert.Equal(isSaid, (await desk.ReadAsync(path)).Contains("Desk contoh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_too_large_is_refused_also_without_a_length()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        foreach (var path in new[] { "/api/check", "/api/reports" })
        {
            using var content = new StringContent($$"""{"text":"{{new string('a', DeskHost.MaxRequestBytes)}}"}""", null, "application/json");
            content.Headers.ContentLength = null;
            using var answer = await desk.SendAsync(HttpMethod.Post, path, content, "Transfer-Encoding: chunked");

            Assert.Equal(413, (int)answer.StatusCode);
            Assert.Equal("request.too-large", (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>());
        }
    }
}
