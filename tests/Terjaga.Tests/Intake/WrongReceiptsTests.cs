using System.Net;
using System.Net.Http.Json;
using Terjaga.Intake;

namespace Terjaga.Tests.Intake;

public sealed class WrongReceiptsTests
{
    private const int MaxAMinute = 30;

    [Fact]
    public async Task Who_guesses_receipts_is_slowed_down_and_who_has_one_is_not_counted()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        using var report = JsonContent.Create(new { text = "Lowongan kerja Kamboja, gaji 15 juta" });
        using var taken = await desk.SendAsync(HttpMethod.Post, "/api/reports", report);
        var status = taken.Headers.Location!.OriginalString;

        for (var look = 0; look < MaxAMinute * 2; look++)
            Assert.Equal(HttpStatusCode.OK, await LookAsync(desk, status));
        var guesses = 0;
        while (guesses <= MaxAMinute * 2 && await LookAsync(desk, $"/api/reports/{Receipt.Draw().Text}") == HttpStatusCode.NotFound)
            guesses++;

        // A new minute may begin meanwhile.
        Assert.InRange(guesses, MaxAMinute, MaxAMinute * 2);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["tanda"] = Receipt.Draw().Text });
        using var page = await desk.SendAsync(HttpMethod.Post, "/status", form);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Contains("Terlalu banyak percobaan", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> LookAsync(RunningDesk desk, string path)
    {
        using var response = await desk.GetAsync(path);
        return response.StatusCode;
    }
}
