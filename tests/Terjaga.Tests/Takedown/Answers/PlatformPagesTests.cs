using System.Net;
using Terjaga.Accounts;

namespace Terjaga.Tests.Takedown.Answers;

/// <summary>The pages of recipients, and those on which officers give keys and hand letters over.</summary>
public sealed class PlatformPagesTests(PlatformDesk desk) : IClassFixture<PlatformDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recipient_signs_in_with_its_key_and_sees_and_answers_its_own_orders_alone()
    {
        var (one, other) = (await desk.AddAsync(2), await desk.AddAsync());
        var cookie = await one.SignInAsync();
        var home = await ReadAsync(cookie, "/penerima");
        Assert.Contains($"/penerima/perintah/{one.Orders[0]}", home, StringComparison.Ordinal);
        Assert.Contains($"/penerima/surat/{one.Letter}", home, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other.Orders[0]}", home, StringComparison.Ordinal);

        Assert.Contains("jawaban", await ReadAsync(cookie, $"/penerima/surat/{one.Letter}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(cookie, $"/penerima/surat/{one.Letter}/surat"));
        foreach (var path in new[] { $"surat/{other.Letter}", $"surat/{other.Letter}/json", $"perintah/{other.Orders[0]}", $"perintah/{Guid.Empty}" })
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(cookie, $"/penerima/{path}"));

        using var unsaid = await PostAsync(cookie, $"/penerima/perintah/{one.Orders[0]}", "tolak", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        using var said = await PostAsync(cookie, $"/penerima/perintah/{one.Orders[0]}", "tolak", "Punya izin.");
        Assert.Contains("<dd>Ditolak</dd>", await said.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var all = await PostAsync(cookie, $"/penerima/surat/{one.Letter}", "hapus", null);
        Assert.Equal(HttpStatusCode.OK, all.StatusCode);
        Assert.Equal(2, (await all.Content.ReadAsStringAsync(Stop)).Split("data-state=\"SaidRemoved\"").Length - 1);
        using var forged = await desk.Desk.SendAsync(HttpMethod.Post, $"/penerima/perintah/{one.Orders[0]}", Form("sebagian", null), $"Cookie: {cookie}", "Sec-Fetch-Site: cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Contains("lang=\"en\"", await ReadAsync(cookie, $"/penerima/perintah/{one.Orders[0]}?bahasa=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_session_opens_the_others_pages_and_a_revoked_key_ends_its_session()
    {
        var one = await desk.AddAsync();
        using var wrong = await desk.Desk.SendAsync(HttpMethod.Post, "/penerima/masuk", new FormUrlEncodedContent(new Dictionary<string, string> { ["kunci"] = "tjr_salah" }));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        using var officer = await desk.Officers.As(Role.KomdigiOfficer).GetAsync(new Uri("/penerima", UriKind.Relative), Stop);
        Assert.Equal("/penerima/masuk", officer.Headers.Location?.OriginalString);
        var cookie = await one.SignInAsync();
        using var toDesk = await desk.Desk.SendAsync(HttpMethod.Get, "/meja", null, $"Cookie: {cookie}");
        Assert.StartsWith("/masuk", toDesk.Headers.Location?.OriginalString, StringComparison.Ordinal);

        var keys = await desk.Officers.ReadAsync(Role.KomdigiOfficer, $"/meja/penerima/{one.Id}/kunci");
        Assert.Contains($"/kunci/{one.KeyId}/cabut", keys, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Key, keys, StringComparison.Ordinal);
        using var denied = await desk.Officers.PostAsync(Role.KomdigiOfficer, $"/meja/penerima/{one.Id}/kunci", new() { ["nama"] = "Ani" });
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        using var given = await desk.Officers.PostAsync(Role.Administrator, $"/meja/penerima/{one.Id}/kunci", new() { ["nama"] = "Ani" });
        Assert.Contains("tjr_", await given.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var late = await desk.Officers.PostAsync(Role.Administrator, $"/meja/penerima/{one.Id}/kunci", new() { ["nama"] = "Ani", ["berlaku"] = "2020-01-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var revoked = await desk.Officers.PostAsync(Role.KomdigiOfficer, $"/meja/penerima/{one.Id}/kunci/{one.KeyId}/cabut", []);
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(cookie, "/penerima"));
    }

    [Fact]
    public async Task The_page_of_letters_to_hand_over_is_for_Komdigi()
    {
        Assert.Contains("/meja/serah", await desk.Officers.ReadAsync(Role.KomdigiApprover, "/meja/serah"), StringComparison.Ordinal);
        using var wrong = await desk.Officers.PostAsync(Role.KomdigiOfficer, $"/meja/serah/{Guid.Empty}", new() { ["cara"] = "Post", ["bukti"] = "RR1" });
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    private async Task<string> ReadAsync(string cookie, string path)
    {
        using var answer = await desk.Desk.SendAsync(HttpMethod.Get, path, null, $"Cookie: {cookie}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private async Task<HttpStatusCode> StatusAsync(string cookie, string path)
    {
        using var answer = await desk.Desk.SendAsync(HttpMethod.Get, path, null, $"Cookie: {cookie}");
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> PostAsync(string cookie, string path, string button, string? reason) =>
        desk.Desk.SendAsync(HttpMethod.Post, path, Form(button, reason), $"Cookie: {cookie}");

    private static FormUrlEncodedContent Form(string button, string? reason) => new(new Dictionary<string, string> { ["jawaban"] = button, ["alasan"] = reason ?? "" });
}
