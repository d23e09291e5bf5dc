using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Terjaga.Accounts;
using Terjaga.Accounts.Factors;
using static Terjaga.Tests.Accounts.AccountForms;

namespace Terjaga.Tests.Accounts;

public sealed partial class SecondFactorTests
{
    private static readonly Dictionary<string, string?> _required = new() { ["Accounts:SecondFactor"] = "required" };
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 25, 3, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Without_a_second_factor_nothing_opens_but_the_own_account_and_with_one_the_desk_does()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        using var join = await PostAsync(desk, desk.FirstLink!.AbsolutePath, "", new() { ["sandi"] = Password });
        Assert.Equal("/meja/akun", join.Headers.Location?.OriginalString);
        var cookie = CookieOf(join);
        await ExpectClosedAsync(desk, cookie);

        var app = await SetUpCodesAsync(desk, cookie, _clock.GetUtcNow());

        Assert.Equal(10, app.Spare.Distinct().Count());
        using var open = await GetAsync(desk, "/meja/petugas", cookie);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        using var last = await PostAsync(desk, "/meja/akun/kode/hapus", cookie, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, last.StatusCode);
        Assert.Contains("satu-satunya", await TextAsync(last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_opens_once_and_a_spare_code_opens_once()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        var app = await SetUpCodesAsync(desk, await JoinAsync(desk, desk.FirstLink!), _clock.GetUtcNow());

        Assert.Equal(422, await TrySignInAsync(desk, CodeOf(app.Key, _clock.GetUtcNow()))); // used up by the set-up
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(302, await TrySignInAsync(desk, CodeOf(app.Key, _clock.GetUtcNow())));
        Assert.Equal(422, await TrySignInAsync(desk, CodeOf(app.Key, _clock.GetUtcNow())));
        Assert.Equal(302, await TrySignInAsync(desk, app.Spare[3].ToUpperInvariant()));
        Assert.Equal(422, await TrySignInAsync(desk, app.Spare[3]));
        Assert.Equal(422, await TrySignInAsync(desk, ""));
    }

    [Fact]
    public async Task Wrong_codes_let_the_account_rest_and_then_a_right_one_opens_nothing()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        var app = await SetUpCodesAsync(desk, await JoinAsync(desk, desk.FirstLink!), _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(1));

        for (var guess = 0; guess < 5; guess++)
            Assert.Equal(422, await TrySignInAsync(desk, "000000"));

        Assert.Equal(422, await TrySignInAsync(desk, CodeOf(app.Key, _clock.GetUtcNow())));
    }

    [Fact]
    public async Task Both_steps_look_the_same_whatever_is_wrong()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        await SetUpCodesAsync(desk, await JoinAsync(desk, desk.FirstLink!), _clock.GetUtcNow());
        List<string> first = [], second = [];
        foreach (var (name, password) in new[] { ("admin", Password), ("admin", "bukan kata sandinya"), ("siapa", Password), ("", "") })
        {
            using var begun = await PostAsync(desk, "/masuk", "", new() { ["nama"] = name, ["sandi"] = password });
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
            var page = await TextAsync(begun);
            var ticket = Field(page, "tiket");
            first.Add($"{page.Length} {page.Replace(ticket, "", StringComparison.Ordinal)}");
            using var ended = await PostAsync(desk, "/masuk/kode", "", new() { ["tiket"] = ticket, ["kode"] = "123456" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, ended.StatusCode);
            var answer = await TextAsync(ended);
            second.Add(Question(answer));
        }

        Assert.Single(first.Distinct());
        Assert.Single(second.Distinct());
    }

    [Fact]
    public async Task A_call_takes_the_code_beside_the_password_and_answers_the_same_for_everything_wrong()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        var app = await SetUpCodesAsync(desk, await JoinAsync(desk, desk.FirstLink!), _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(1));
        var texts = new List<string>();
        foreach (var call in new[]
        {
            new { name = "admin", password = Password, code = (string?)null }, new { name = "admin", password = "bukan kata sandinya", code = (string?)"123456" },
            new { name = "siapa", password = Password, code = (string?)"123456" }, new { name = "admin", password = Password, code = (string?)"123456" },
        })
        {
            using var answer = await desk.SendAsync(HttpMethod.Post, "/api/session", JsonContent.Create(call));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            texts.Add(await TextAsync(answer));
        }

        Assert.Single(texts.Distinct());
        using var right = await desk.SendAsync(
            HttpMethod.Post, "/api/session", JsonContent.Create(new { name = "admin", password = Password, code = CodeOf(app.Key, _clock.GetUtcNow()) }));
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task Refusals_take_about_the_same_time_whether_the_name_is_known_or_not()
    {
        await using var desk = await RunningDesk.StartAsync(TimeProvider.System);
        await JoinAsync(desk, desk.FirstLink!);
        foreach (var name in new[] { "admin", "siapa" })
        {
            var began = TimeProvider.System.GetTimestamp();
            using var answer = await desk.SendAsync(HttpMethod.Post, "/api/session", JsonContent.Create(new { name, password = "bukan" }));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromMilliseconds(240));
        }
    }

    [Fact]
    public async Task The_key_of_the_app_and_the_spare_codes_cannot_be_read_in_the_database()
    {
        await using var desk = await RunningDesk.StartAsync(_clock, _required);
        var app = await SetUpCodesAsync(desk, await JoinAsync(desk, desk.FirstLink!), _clock.GetUtcNow());
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();

        var officer = Assert.Single(db.Officers.ToList());
        Assert.DoesNotContain(app.Key, officer.SealedCodeKey!, StringComparison.Ordinal);
        Assert.All(db.RecoveryCodes.ToList(), row => Assert.Equal(32, row.Hash.Length));
    }

    private static async Task ExpectClosedAsync(RunningDesk desk, string cookie)
    {
        using var account = await GetAsync(desk, "/meja/akun", cookie);
        Assert.Contains("Satu langkah lagi", await TextAsync(account), StringComparison.Ordinal);
        using var page = await GetAsync(desk, "/meja/petugas", cookie);
        Assert.Equal("/meja/akun", page.Headers.Location?.OriginalString);
        using var call = await desk.SendAsync(HttpMethod.Post, "/api/invitations", JsonContent.Create(
            new { name = "budi", displayName = "Budi", ministry = "Kp2mi", role = "Kp2miAnalyst" }), cookie);
        Assert.Equal(HttpStatusCode.Forbidden, call.StatusCode);
        Assert.Contains("access.factor-missing", await TextAsync(call), StringComparison.Ordinal);
    }

    private static async Task<int> TrySignInAsync(RunningDesk desk, string code)
    {
        using var answer = await SignInAsync(desk, "admin", Password, code);
        return (int)answer.StatusCode;
    }

    /// <summary>The page without what is new in each: the question to a device and its ticket.</summary>
    private static string Question(string page) =>
        OptionsPattern().Replace(page.Replace(Field(page, "tiket"), "", StringComparison.Ordinal), "");

    [GeneratedRegex("data-options=\"[^\"]*\"")]
    private static partial Regex OptionsPattern();
}
