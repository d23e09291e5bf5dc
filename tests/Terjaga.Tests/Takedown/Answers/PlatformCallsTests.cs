using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Terjaga.Accounts;
using Terjaga.Takedown;

namespace Terjaga.Tests.Takedown.Answers;

/// <summary>The calls of recipients over HTTP.</summary>
public sealed class PlatformCallsTests(PlatformDesk desk) : IClassFixture<PlatformDesk>
{
    private const string Outcomes = "/api/recipient/outcomes";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_opens_its_own_orders_and_letters_and_no_others_and_ends_when_it_is_revoked()
    {
        var (one, other) = (await desk.AddAsync(3), await desk.AddAsync());
        using var orders = await one.GetAsync("/api/recipient/orders?limit=2");
        var page = (await orders.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        Assert.Equal(2, page["orders"]!.AsArray().Count);
        using var rest = await one.GetAsync($"/api/recipient/orders?after={(string)page["next"]!}");
        var last = (await rest.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        Assert.Equal(one.Orders[2], (Guid)Assert.Single(last["orders"]!.AsArray())!["order"]!);
        Assert.Null(last["next"]);
        Assert.Equal(0, await CountAsync(one, "/api/recipient/orders?state=Refused", "orders"));
        Assert.Equal(0, await CountAsync(one, "/api/recipient/orders?since=2099-01-01T00:00:00Z", "orders"));
        Assert.Equal(1, await CountAsync(one, "/api/recipient/letters", "letters"));
        foreach (var shape in new[] { "pdf", "mail", "json", "xarf" })
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(one, $"/api/recipient/letters/{one.Letter}/{shape}"));

        foreach (var path in new[] { $"orders/{other.Orders[0]}", $"orders/{Guid.Empty}", $"letters/{other.Letter}/json", $"letters/{Guid.Empty}/json", $"letters/{one.Letter}/aduan" })
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(one, $"/api/recipient/{path}"));
        using (var strange = await one.PostAsync($"/api/recipient/orders/{other.Orders[0]}/objections", new { reason = "Bukan." }))
            Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);

        using var revoked = await desk.Officers.As(Role.KomdigiOfficer).PostAsync(new Uri($"/api/recipients/{one.Id}/keys/{one.KeyId}/revocation", UriKind.Relative), null, Stop);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(one, "/api/recipient/orders"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "/api/recipient/orders"));
    }

    [Fact]
    public async Task Nobody_comes_in_without_a_key_and_no_officer_by_a_session()
    {
        using var stranger = await desk.Desk.GetAsync("/api/recipient/orders");
        Assert.Equal((HttpStatusCode.Unauthorized, "session.key-missing"), (stranger.StatusCode, await CodeAsync(stranger)));
        Assert.Equal("Bearer", stranger.Headers.WwwAuthenticate.ToString());
        using var wrong = await desk.Desk.SendAsync(HttpMethod.Get, "/api/recipient/orders", null, "Authorization: Bearer tjr_salah");
        Assert.Equal((HttpStatusCode.Unauthorized, "session.key-unknown"), (wrong.StatusCode, await CodeAsync(wrong)));
        using var officer = await desk.Officers.As(Role.Administrator).GetAsync(new Uri("/api/recipient/orders", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, officer.StatusCode);
        var one = await desk.AddAsync();
        using var cases = await one.GetAsync("/api/cases");
        Assert.Equal(HttpStatusCode.Unauthorized, cases.StatusCode);
    }

    [Fact]
    public async Task A_repeated_call_is_answered_as_the_first_time_though_the_order_has_moved_on()
    {
        var one = await desk.AddAsync();
        var removed = new { outcomes = new[] { new { order = $"{one.Orders[0]}", status = "removed", reason = (string?)null }, new { order = "bukan", status = "removed", reason = (string?)null } } };
        using var first = await one.PostAsync(Outcomes, removed, "Idempotency-Key: a1");
        var told = await first.Content.ReadAsStringAsync(Stop);
        Assert.Equal((HttpStatusCode.OK, 1, 1), (first.StatusCode, (int)JsonNode.Parse(told)!["taken"]!, (int)JsonNode.Parse(told)!["refused"]!));
        Assert.Equal("order.unknown", (string?)JsonNode.Parse(told)!["rows"]![1]!["code"]);
        using var refused = await one.PostAsync(Outcomes, new { outcomes = new[] { new { order = $"{one.Orders[0]}", status = "refused", reason = "Salah." } } });
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);

        using var again = await one.PostAsync(Outcomes, removed, "Idempotency-Key: a1");
        Assert.Equal(told, await again.Content.ReadAsStringAsync(Stop));
        Assert.Equal("Refused", await StateAsync(one));
        using var other = await one.PostAsync(Outcomes, new { outcomes = new[] { new { order = "x", status = "removed" } } }, "Idempotency-Key: a1");
        Assert.Equal("idempotency-key.reused", await CodeAsync(other));
        var stranger = await desk.AddAsync();
        using var same = await stranger.PostAsync(Outcomes, removed, "Idempotency-Key: a1");
        Assert.Equal(0, (int)(await same.Content.ReadFromJsonAsync<JsonNode>(Stop))!["taken"]!);
    }

    [Fact]
    public async Task A_call_that_says_it_is_signed_is_refused_where_it_is_not_and_its_id_makes_a_repetition_known()
    {
        var one = await desk.AddAsync();
        var body = $$"""{"outcomes":[{"order":"{{one.Orders[0]}}","status":"partly","reason":"Satu dari dua."}]}""";
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal("session.signature-invalid", await CodeAsync(await SignedAsync(one, body, now, body + " ")));
        Assert.Equal("session.signature-invalid", await CodeAsync(await SignedAsync(one, body, now - TimeSpan.FromMinutes(6))));
        Assert.Equal("session.signature-invalid", await CodeAsync(await SignedAsync(one, body, now + TimeSpan.FromMinutes(6))));

        var first = await SignedAsync(one, body, now);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var again = await SignedAsync(one, body, now + TimeSpan.FromSeconds(1));
        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await again.Content.ReadAsStringAsync(Stop));
        Assert.Equal("idempotency-key.reused", await CodeAsync(await SignedAsync(one, body.Replace("partly", "refused", StringComparison.Ordinal), now)));
        Assert.Equal("Sent", await StateAsync(one));
    }

    [Fact]
    public async Task A_letter_is_acknowledged_and_answered_as_a_whole()
    {
        var one = await desk.AddAsync(2);
        using var known = await one.PostAsync($"/api/recipient/letters/{one.Letter}/acknowledgement", new { });
        Assert.Equal(HttpStatusCode.NoContent, known.StatusCode);
        using var order = await one.GetAsync($"/api/recipient/orders/{one.Orders[1]}");
        Assert.NotNull((await order.Content.ReadFromJsonAsync<JsonNode>(Stop))!["acknowledgedAt"]);
        using var removed = await one.PostAsync($"/api/recipient/letters/{one.Letter}/outcome", new { status = "removed" });
        Assert.Equal(2, (int)(await removed.Content.ReadFromJsonAsync<JsonNode>(Stop))!["taken"]!);
        Assert.Equal("SaidRemoved", await StateAsync(one));
    }

    private static Task<HttpResponseMessage> SignedAsync(PlatformDesk.Platform one, string body, DateTimeOffset at, string? signed = null)
    {
        var headers = WebhookSignature.Headers(PlatformDesk.Secret, $"msg-{one.Id}", at, Encoding.UTF8.GetBytes(signed ?? body));
        return one.Desk.SendAsync(
            HttpMethod.Post, Outcomes, new StringContent(body, Encoding.UTF8, "application/json"),
            [$"Authorization: Bearer {one.Key}", .. headers.Select(header => $"{header.Key}: {header.Value}")]);
    }

    private static async Task<string?> StateAsync(PlatformDesk.Platform one)
    {
        using var answer = await one.GetAsync($"/api/recipient/orders/{one.Orders[0]}");
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["state"];
    }

    private static async Task<HttpStatusCode> StatusAsync(PlatformDesk.Platform one, string path)
    {
        using var answer = await one.GetAsync(path);
        return answer.StatusCode;
    }

    private static async Task<int> CountAsync(PlatformDesk.Platform one, string path, string list)
    {
        using var answer = await one.GetAsync(path);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))![list]!.AsArray().Count;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["code"];
}
