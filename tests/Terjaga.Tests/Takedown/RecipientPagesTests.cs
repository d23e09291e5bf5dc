using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Terjaga.Accounts;

namespace Terjaga.Tests.Takedown;

public sealed class RecipientPagesTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    [Fact]
    public async Task A_recipient_that_was_added_disabled_is_enabled_by_its_button_and_disabled_by_a_call()
    {
        using var added = await desk.PostAsync(Role.KomdigiOfficer, "/meja/penerima", new()
        {
            ["nama"] = "Situs",
            ["situs"] = "situs.example",
            ["saluran"] = "Mail",
            ["alamat"] = "abuse@situs.example",
        });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.False(await IsEnabledAsync());

        var page = await new HtmlParser().ParseDocumentAsync(
            await desk.ReadAsync(Role.Administrator, "/meja/penerima"), TestContext.Current.CancellationToken);
        var form = page.QuerySelector("td form")!;
        using var pressed = await desk.PostAsync(
            Role.Administrator, form.GetAttribute("action")!, new() { ["aktif"] = form.QuerySelector("input")!.GetAttribute("value")! });
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.True(await IsEnabledAsync());

        var path = $"/api/recipients/{(string)(await OneAsync())["id"]!}/sending";
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(Role.Kp2miAnalyst, path));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(Role.KomdigiOfficer, path));
        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(Role.Administrator, path));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(Role.Administrator, $"/api/recipients/{Guid.Empty}/sending"));
        Assert.False(await IsEnabledAsync());
        Assert.DoesNotContain("pengiriman\"", await desk.ReadAsync(Role.Kp2miAnalyst, "/meja/penerima"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_with_the_sentence_and_the_secret_does_not()
    {
        using var answer = await desk.PostAsync(Role.KomdigiOfficer, "/meja/penerima", new()
        {
            ["nama"] = "Nama yang diketik",
            ["situs"] = "situs.example",
            ["saluran"] = "Webhook",
            ["alamat"] = "https://situs.example/hooks",
            ["kunci"] = "whsec_pendek",
        });
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("Nama yang diketik", page, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_pendek", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang", page, StringComparison.Ordinal);
    }

    private async Task<JsonNode> OneAsync() =>
        Assert.Single(JsonNode.Parse(await desk.ReadAsync(Role.Kp2miAnalyst, "/api/recipients"))!.AsArray())!;

    private async Task<bool> IsEnabledAsync() => (bool)(await OneAsync())["isEnabled"]!;

    private async Task<HttpStatusCode> CallAsync(Role role, string path)
    {
        using var answer = await desk.As(role).PostAsJsonAsync(path, new { isEnabled = false }, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
