using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Undoing;

/// <summary>The way back on the page of a case and for programs.</summary>
public sealed class UndoPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_officer_whose_decision_it_was_has_the_way_back_on_the_page_and_whoever_is_late_sees_both_versions()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        using var approver = await desk.SignInAsync(Role.Kp2miApprover);
        var id = await OpenAsync(desk, analyst);
        var address = $"/meja/perkara/{id}";
        Assert.DoesNotContain("/keputusan/urung", await PageAsync(analyst, address), StringComparison.Ordinal);
        using var verified = await PostAsync(analyst, $"{address}/keputusan", ("versi", "0"), ("langkah", "Verify"), ("alasan", "Pertama."));
        Assert.Equal(HttpStatusCode.Redirect, verified.StatusCode);
        Assert.Contains($"{address}/keputusan/urung", await PageAsync(analyst, address), StringComparison.Ordinal);
        Assert.DoesNotContain("/keputusan/urung", await PageAsync(approver, address), StringComparison.Ordinal);
        using var denied = await approver.PostAsJsonAsync($"/api/cases/{id}/undo", new { version = 1, reason = "Salah." }, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);

        using var undone = await PostAsync(analyst, $"{address}/keputusan/urung", ("versi", "1"), ("alasan", "Salah pilih."));
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Contains("data-state=\"New\"", await PageAsync(analyst, address), StringComparison.Ordinal);

        using var late = await PostAsync(analyst, $"{address}/keputusan/urung", ("versi", "1"), ("alasan", "Salah pilih."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var call = await analyst.PostAsJsonAsync($"/api/cases/{id}/undo", new { version = 1, reason = "Salah." }, Stop);
        var problem = await call.Content.ReadFromJsonAsync<JsonNode>(Stop);
        Assert.Equal(("case.changed", 1, 2), ((string)problem!["code"]!, (int)problem["yourVersion"]!, (int)problem["version"]!));
        using var none = await analyst.PostAsJsonAsync($"/api/cases/{id}/undo", new { version = 2, reason = "Salah." }, Stop);
        Assert.Equal("undo.nothing", (string)(await none.Content.ReadFromJsonAsync<JsonNode>(Stop))!["code"]!);
    }

    private static async Task<string> OpenAsync(RunningDesk desk, HttpClient browser)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        Expect.Value(await scope.ServiceProvider.GetRequiredService<SubmitReport>().RunAsync(new(null, Reported.Offer(1), null, null, [], null), Stop));
        JsonArray? cases = null;
        await RunningDesk.UntilAsync(async () => (cases = (JsonArray)(await browser.GetFromJsonAsync<JsonNode>("/api/cases?state=New", Stop))!["cases"]!).Count == 1);
        return (string)cases![0]!["id"]!;
    }

    private static Task<string> PageAsync(HttpClient browser, string path) => browser.GetStringAsync(new Uri(path, UriKind.Relative), Stop);

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] form) => browser.PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), Stop);
}
