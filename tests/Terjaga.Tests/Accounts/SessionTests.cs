using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Terjaga.Accounts;

namespace Terjaga.Tests.Accounts;

public sealed class SessionTests
{
    private const string Password = "kalimat panjang yang mudah diingat";

    [Fact]
    public async Task A_session_that_was_idle_too_long_is_over_says_so_and_changes_nothing()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));
        await using var desk = await RunningDesk.StartAsync(clock);
        var cookie = await JoinAsync(desk);
        using var before = await desk.SendAsync(HttpMethod.Get, "/meja/petugas", null, cookie);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        clock.Advance(TimeSpan.FromMinutes(31));

        using var page = await desk.SendAsync(HttpMethod.Get, "/meja/petugas?x=1", null, cookie);
        Assert.Equal("/masuk?lanjut=%2Fmeja%2Fpetugas%3Fx%3D1&sebab=session.expired", page.Headers.Location?.OriginalString);
        Assert.Contains("Sesi Anda sudah berakhir", await desk.ReadAsync(page.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using var invite = await InviteAsync(desk, cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, invite.StatusCode);
        Assert.Contains("session.expired", await TextAsync(invite), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(desk, db => db.Invitations));
    }

    [Fact]
    public async Task An_account_that_is_closed_is_out_at_its_next_request()
    {
        await using var desk = await RunningDesk.StartAsync(TimeProvider.System);
        var admin = await JoinAsync(desk);
        using var invite = await InviteAsync(desk, admin);
        var link = (await invite.Content.ReadFromJsonAsync<Invitation>(TestContext.Current.CancellationToken))!.Address;
        var analyst = await JoinAsync(desk, link, "analis");
        using var before = await desk.SendAsync(HttpMethod.Get, "/meja", null, analyst);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        var id = await FindAsync(desk, "analis");
        using var close = await desk.SendAsync(HttpMethod.Post, $"/meja/petugas/{id}/penutupan", null, admin);
        Assert.Equal(HttpStatusCode.Found, close.StatusCode);

        using var after = await desk.SendAsync(HttpMethod.Get, "/meja", null, analyst);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
        using var again = await SignInAsync(desk, "analis", Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task Sign_in_answers_the_same_for_a_wrong_password_and_a_name_that_nobody_has()
    {
        await using var desk = await RunningDesk.StartAsync(TimeProvider.System);
        await JoinAsync(desk);

        using var wrong = await SignInAsync(desk, "admin", "bukan kata sandinya");
        using var nobody = await SignInAsync(desk, "siapa", Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(await TextAsync(wrong), await TextAsync(nobody));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_invitation_opens_one_account_once()
    {
        await using var desk = await RunningDesk.StartAsync(TimeProvider.System);
        await JoinAsync(desk);

        using var again = await desk.SendAsync(HttpMethod.Post, "/api" + Call(desk.FirstLink!), JsonContent.Create(new { Password }));

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("invitation.unknown", await TextAsync(again), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(desk, db => db.Officers));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Sign_in_leads_nobody_to_another_site(string back)
    {
        await using var desk = await RunningDesk.StartAsync(TimeProvider.System);
        await JoinAsync(desk);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["nama"] = "admin",
            ["sandi"] = Password,
            ["lanjut"] = back,
        });

        using var response = await desk.SendAsync(HttpMethod.Post, "/masuk", form);

        Assert.Equal("/meja/petugas", response.Headers.Location?.OriginalString);
    }

    private sealed record Invitation(Uri Address);

    /// <summary>The header of a session that was just begun.</summary>
    private static async Task<string> JoinAsync(RunningDesk desk, Uri? link = null, string name = "admin")
    {
        using var join = await desk.SendAsync(HttpMethod.Post, "/api" + Call(link ?? desk.FirstLink!), JsonContent.Create(new { Password }));
        Assert.Equal(HttpStatusCode.NoContent, join.StatusCode);
        using var signIn = await SignInAsync(desk, name, Password);
        var cookie = Assert.Single(signIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        return "Cookie: " + cookie.Split(';')[0];
    }

    private static string Call(Uri link) => link.AbsolutePath.Replace("/undangan/", "/invitations/", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> SignInAsync(RunningDesk desk, string name, string password) =>
        desk.SendAsync(HttpMethod.Post, "/api/session", JsonContent.Create(new { name, password }));

    private static Task<HttpResponseMessage> InviteAsync(RunningDesk desk, string cookie) => desk.SendAsync(
        HttpMethod.Post, "/api/invitations",
        JsonContent.Create(new { name = "analis", displayName = "Analis", ministry = "Kp2mi", role = "Kp2miAnalyst" }), cookie);

    private static async Task<Guid> FindAsync(RunningDesk desk, string name)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var officers = await scope.ServiceProvider.GetRequiredService<ListOfficers>().RunAsync(TestContext.Current.CancellationToken);
        return officers.Single(o => o.SignInName == name).Id;
    }

    private static async Task<int> CountAsync<T>(RunningDesk desk, Func<TerjagaDb, IQueryable<T>> rows)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await rows(scope.ServiceProvider.GetRequiredService<TerjagaDb>()).CountAsync(TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
