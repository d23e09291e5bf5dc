using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Terjaga.Accounts;
using Terjaga.App.Intake.Checking;

namespace Terjaga.Tests.Accounts;

public sealed partial class PartnerKeyTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    [Fact]
    public async Task A_key_is_shown_once_opens_the_call_and_is_refused_after_it_was_taken_back()
    {
        using var issued = await desk.PostAsync(Role.Administrator, "/meja/mitra", new() { ["nama"] = "Portal Lowongan" });
        var key = KeyPattern().Match(await issued.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        Assert.NotEmpty(key);
        Assert.Equal(200, await CallAsync(key));

        var page = await desk.ReadAsync(Role.Administrator, "/meja/mitra");
        Assert.Contains("Portal Lowongan", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);
        using var revoked = await desk.PostAsync(Role.Administrator, RevokePattern().Match(page).Groups[1].Value, []);
        Assert.Equal(401, await CallAsync(key));
    }

    private async Task<int> CallAsync(string key)
    {
        using var answer = await desk.Desk.SendAsync(
            HttpMethod.Post, "/api/check", JsonContent.Create(new { text = "PT Angkasa" }), $"{CheckCalls.KeyHeader}: {key}");
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("tjg_[0-9a-f]{48}")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("action=\"(/meja/mitra/[^\"]+/cabut)\"")]
    private static partial Regex RevokePattern();
}
