using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Terjaga.Accounts.Factors;
using static Terjaga.Tests.Accounts.AccountForms;

namespace Terjaga.Tests.Accounts;

public sealed partial class PasskeyTests
{
    private static readonly Dictionary<string, string?> _required = new() { ["Accounts:SecondFactor"] = "required" };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_passkey_is_both_factors_and_an_answer_of_the_device_opens_once()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        using var device = NewDevice(desk);
        var cookie = await JoinAsync(desk, desk.FirstLink!);
        Assert.Equal(HttpStatusCode.OK, await AddAsync(desk, cookie, device)); // the page with the spare codes
        using var open = await GetAsync(desk, "/meja/petugas", cookie);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        _clock.Advance(TimeSpan.FromMinutes(1));
        var (answer, ticket) = await AnswerAsync(desk, device);
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var first = await UseAsync(desk, answer, ticket);
        Assert.Equal("/meja/petugas", first.Headers.Location?.OriginalString);
        using var again = await UseAsync(desk, answer, ticket);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);

        var (late, old) = await AnswerAsync(desk, device);
        _clock.Advance(TimeSpan.FromMinutes(6));
        using var stale = await UseAsync(desk, late, old);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
    }

    [Fact]
    public async Task A_device_of_another_site_or_without_a_finger_or_of_nobody_opens_nothing_and_all_are_told_the_same()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        using var device = NewDevice(desk);
        var cookie = await JoinAsync(desk, desk.FirstLink!);
        await AddAsync(desk, cookie, device);
        using var stranger = NewDevice(desk);
        stranger.Holder = device.Holder;
        using var elsewhere = new SoftPasskey("https://terjaga.example.evil");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AddAsync(desk, cookie, elsewhere));
        using var careless = new SoftPasskey(OriginOf(desk)) { IsVerifying = false };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AddAsync(desk, cookie, careless));

        foreach (var other in new[] { stranger, elsewhere, careless })
        {
            var (answer, ticket) = await AnswerAsync(desk, other);
            using var refused = await UseAsync(desk, answer, ticket);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("tidak cocok", await TextAsync(refused), StringComparison.Ordinal);
        }

        Assert.Equal(1, await CountAsync(desk));
    }

    [Fact]
    public async Task A_passkey_that_was_added_is_not_added_again_and_the_last_one_stays()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        using var device = NewDevice(desk);
        var cookie = await JoinAsync(desk, desk.FirstLink!);
        await AddAsync(desk, cookie, device);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AddAsync(desk, cookie, device));
        using var shown = await GetAsync(desk, "/meja/akun", cookie);
        var page = await TextAsync(shown);
        Assert.Contains("Ponsel kantor", page, StringComparison.Ordinal);
        using var removed = await PostAsync(desk, RemovePattern().Match(page).Groups[1].Value, cookie, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, removed.StatusCode);
        Assert.Equal(1, await CountAsync(desk));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await SetUpSecondAsync(desk, cookie);
        using var now = await PostAsync(desk, RemovePattern().Match(page).Groups[1].Value, cookie, []);
        Assert.Equal(HttpStatusCode.Redirect, now.StatusCode);
        Assert.Equal(0, await CountAsync(desk));
    }

    [Fact]
    public async Task Without_script_the_page_says_so_and_with_it_only_our_own_runs()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        using var answer = await desk.GetAsync("/masuk");
        var page = await TextAsync(answer);

        Assert.Contains("Kunci sandi perlu JavaScript", page, StringComparison.Ordinal);
        Assert.Matches("<form[^>]*hidden[^>]*data-passkey=\"use\"", page);
        Assert.Matches("<script src=\"/passkey.js\\?v=[0-9a-f]+\" type=\"module\">", page);
        Assert.Contains("script-src 'self'; ", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task SetUpSecondAsync(RunningDesk desk, string cookie)
    {
        using var shown = await GetAsync(desk, "/meja/akun/kode", cookie);
        var page = await TextAsync(shown);
        var key = KeyOf(page);
        var clock = desk.Services.GetRequiredService<TimeProvider>();
        using var done = await PostAsync(
            desk, "/meja/akun/kode", cookie, new() { ["tiket"] = Field(page, "tiket"), ["kode"] = CodeOf(key, clock.GetUtcNow()) });
        Assert.Equal("/meja/akun", done.Headers.Location?.OriginalString);
    }

    private static string OriginOf(RunningDesk desk) => desk.Browser.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static SoftPasskey NewDevice(RunningDesk desk) => new(OriginOf(desk));

    private static async Task<HttpStatusCode> AddAsync(RunningDesk desk, string cookie, SoftPasskey device)
    {
        using var shown = await GetAsync(desk, "/meja/akun", cookie);
        var page = await TextAsync(shown);
        using var answer = await PostAsync(desk, "/meja/akun/kunci", cookie, new()
        {
            ["kunci"] = device.Make(Options(page)),
            ["tiket"] = Field(page, "tiket"),
            ["nama"] = "Ponsel kantor",
        });
        return answer.StatusCode;
    }

    private static async Task<(string Answer, string Ticket)> AnswerAsync(RunningDesk desk, SoftPasskey device)
    {
        var page = await desk.ReadAsync("/masuk");
        return (device.Use(Options(page)), Field(page, "tiket"));
    }

    private static Task<HttpResponseMessage> UseAsync(RunningDesk desk, string answer, string ticket) =>
        PostAsync(desk, "/masuk/kunci", "", new() { ["kunci"] = answer, ["tiket"] = ticket });

    private static string Options(string page) => WebUtility.HtmlDecode(OptionsPattern().Match(page).Groups[1].Value);

    private static async Task<int> CountAsync(RunningDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Passkeys.CountAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("data-options=\"([^\"]*)\"")]
    private static partial Regex OptionsPattern();

    [GeneratedRegex("action=\"(/meja/akun/kunci/[^\"]+/hapus)\"")]
    private static partial Regex RemovePattern();
}
