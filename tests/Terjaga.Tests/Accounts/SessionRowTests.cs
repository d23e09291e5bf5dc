using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Terjaga.Accounts;
using static Terjaga.Tests.Accounts.AccountForms;

namespace Terjaga.Tests.Accounts;

public sealed class SessionRowTests(ScratchPostgres postgres)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_busy_session_ends_after_twelve_hours_and_an_idle_one_after_half_an_hour(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var officer = await JoinAsync(desk, "budi");
        var busy = await StartAsync(desk, officer);
        for (var minutes = 0; minutes < 12 * 60 - 20; minutes += 20)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.NotNull(await CheckAsync(desk, busy));
        }

        desk.Clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Null(await CheckAsync(desk, busy));

        var idle = await StartAsync(desk, officer);
        desk.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(await CheckAsync(desk, idle));
    }

    [Fact]
    public async Task A_page_that_asks_by_itself_keeps_nobody_signed_in()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await StartAsync(desk, await JoinAsync(desk, "budi"));
        for (var minutes = 0; minutes < 30; minutes += 10)
        {
            Assert.NotNull(await CheckAsync(desk, id, isUsed: false));
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Null(await CheckAsync(desk, id, isUsed: false));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_last_request_is_written_at_most_each_minute(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await StartAsync(desk, await JoinAsync(desk, "budi"));
        var began = await SeenAsync(desk, id);

        desk.Clock.Advance(TimeSpan.FromSeconds(50));
        await CheckAsync(desk, id);
        Assert.Equal(began, await SeenAsync(desk, id));
        desk.Clock.Advance(TimeSpan.FromSeconds(20));
        await CheckAsync(desk, id);
        Assert.True(await SeenAsync(desk, id) - began > TimeSpan.FromMinutes(1));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nobody_ends_the_session_of_another_but_an_administrator_all_of_them(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var (budi, sari) = (await JoinAsync(desk, "budi"), await JoinAsync(desk, "sari"));
        var (one, two) = (await StartAsync(desk, budi), await StartAsync(desk, budi));
        var cancellationToken = TestContext.Current.CancellationToken;

        Expect.Problem("sign-in-session.unknown", await desk.RunAsync<EditSessions, Result<Done>>(e => e.EndOwnAsync(sari, one, cancellationToken)));
        Assert.NotNull(await CheckAsync(desk, one));
        Expect.Value(await desk.RunAsync<EditSessions, Result<Done>>(e => e.EndOwnAsync(budi, one, cancellationToken)));
        Assert.Null(await CheckAsync(desk, one));
        Expect.Problem("access.denied", await desk.RunAsync<EditSessions, Result<Done>>(e => e.EndAllAsync(sari, budi.OfficerId, cancellationToken)));
        Expect.Value(await desk.RunAsync<EditSessions, Result<Done>>(
            e => e.EndAllAsync(TestDesk.As(Role.Administrator), budi.OfficerId, cancellationToken)));
        Assert.Null(await CheckAsync(desk, two));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Closing_an_account_ends_its_sessions_for_good(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var officer = await JoinAsync(desk, "budi");
        var id = await StartAsync(desk, officer);

        Expect.Value(await desk.RunAsync<DisableOfficer, Result<Done>>(
            d => d.RunAsync(TestDesk.As(Role.Administrator), officer.OfficerId, TestContext.Current.CancellationToken)));

        Assert.Null(await CheckAsync(desk, id));
        Assert.NotNull((await desk.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync(s => s.Id == id))).EndedAt);
    }

    [Fact]
    public async Task Leaving_ends_the_session_itself_so_that_a_kept_cookie_opens_nothing()
    {
        await using var desk = await RunningDesk.StartAsync(_clock);
        var cookie = await AccountForms.JoinAsync(desk, desk.FirstLink!);

        using var left = await PostAsync(desk, "/meja/keluar", cookie, []);
        using var after = await GetAsync(desk, "/meja/akun", cookie);

        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Contains("/masuk", after.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_a_wrong_old_one_changes_nothing()
    {
        await using var desk = await RunningDesk.StartAsync(_clock);
        var mine = await AccountForms.JoinAsync(desk, desk.FirstLink!);
        using var begun = await PostAsync(desk, "/masuk", "", new() { ["nama"] = "admin", ["sandi"] = Password });
        var other = CookieOf(begun);

        using var wrong = await PostAsync(desk, "/meja/akun/sandi", mine, new() { ["lama"] = "bukan", ["sandi"] = "kalimat lain yang panjang" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, other));
        using var right = await PostAsync(desk, "/meja/akun/sandi", mine, new() { ["lama"] = Password, ["sandi"] = "kalimat lain yang panjang" });

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, mine));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(desk, other));
    }

    [Fact]
    public async Task The_list_shows_browser_and_network_coarsely_and_ends_what_is_not_mine_to_keep()
    {
        await using var desk = await RunningDesk.StartAsync(_clock);
        var mine = await AccountForms.JoinAsync(desk, desk.FirstLink!);
        using var begun = await desk.SendAsync(
            HttpMethod.Post, "/masuk", new FormUrlEncodedContent(new Dictionary<string, string> { ["nama"] = "admin", ["sandi"] = Password }),
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var shown = await GetAsync(desk, "/meja/akun", mine);
        var page = await TextAsync(shown);
        Assert.Contains("Firefox · Linux", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("127.0.x.x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("140.0", page, StringComparison.Ordinal);

        using var ended = await PostAsync(desk, "/meja/akun/sesi/lainnya", mine, []);

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(desk, CookieOf(begun)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, mine));
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_bound_to_the_host()
    {
        await using var desk = await RunningDesk.StartAsync(
            _clock, new Dictionary<string, string?> { ["PublicUrl"] = "https://terjaga.example" });
        using var join = await desk.SendAsync(
            HttpMethod.Post, desk.FirstLink!.AbsolutePath, new FormUrlEncodedContent(new Dictionary<string, string> { ["sandi"] = Password }),
            "X-Forwarded-Proto: https");

        var cookie = Assert.Single(join.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-terjaga=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningDesk desk, string cookie)
    {
        using var answer = await GetAsync(desk, "/meja/akun", cookie);
        return answer.StatusCode;
    }

    internal static async Task<Acting> JoinAsync(TestDesk desk, string name)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var link = Expect.Value(await desk.RunAsync<InviteOfficer, Result<InviteOfficer.Link>>(invite => invite.RunAsync(
            new(TestDesk.As(Role.Administrator), name, name, Ministry.Kp2mi, Role.Kp2miAnalyst), cancellationToken)));
        return Expect.Value(await desk.RunAsync<AcceptInvitation, Result<Acting>>(
            accept => accept.RunAsync(new(link.Token, Password), cancellationToken)));
    }

    private static Task<Guid> StartAsync(TestDesk desk, Acting officer) => desk.RunAsync<StartSession, Guid>(start => start.RunAsync(
        officer, Proof.Passkey, SessionOrigin.Of("Firefox", null), TestContext.Current.CancellationToken));

    private static Task<CheckSession.Open?> CheckAsync(TestDesk desk, Guid id, bool isUsed = true) => desk.RunAsync<CheckSession, CheckSession.Open?>(
        check => check.RunAsync(id, isUsed, TestContext.Current.CancellationToken));

    private static Task<DateTimeOffset> SeenAsync(TestDesk desk, Guid id) =>
        desk.ReadAsync(db => db.Sessions.AsNoTracking().Where(s => s.Id == id).Select(s => s.SeenAt).SingleAsync());
}
