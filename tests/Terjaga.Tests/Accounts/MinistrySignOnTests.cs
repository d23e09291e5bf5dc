using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Terjaga.Accounts;
using Terjaga.Accounts.SignOn;
using static Terjaga.Tests.Accounts.AccountForms;

namespace Terjaga.Tests.Accounts;

public sealed class MinistrySignOnTests : IAsyncLifetime
{
    private MinistryProvider? _provider;
    private RunningDesk? _desk;

    private MinistryProvider Provider => _provider!;

    private RunningDesk Desk => _desk!;

    public async ValueTask InitializeAsync()
    {
        _provider = await MinistryProvider.StartAsync();
        var settings = new Dictionary<string, string?> { ["Accounts:SecondFactor"] = "required" };
        foreach (var (number, ministry) in new[] { (0, "Kp2mi"), (1, "Komdigi") })
        {
            settings[$"Accounts:Oidc:{number}:Organisation"] = ministry;
            settings[$"Accounts:Oidc:{number}:Authority"] = _provider.Issuer;
            settings[$"Accounts:Oidc:{number}:ClientId"] = MinistryProvider.ClientId;
            settings[$"Accounts:Oidc:{number}:ClientSecret"] = "rahasia";
            settings[$"Accounts:Oidc:{number}:RequiredAcr"] = MinistryProvider.Level;
        }

        _desk = await RunningDesk.StartAsync(TimeProvider.System, settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Provider.DisposeAsync();
    }

    [Fact]
    public async Task An_invited_officer_joins_and_comes_back_by_the_ministry_and_is_let_in_without_more()
    {
        var token = await InviteAsync("budi");
        using var joined = await WalkAsync($"/masuk/kementerian/Kp2mi?undangan={token}");
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);

        using var back = await WalkAsync("/masuk/kementerian/Kp2mi?lanjut=%2Fmeja%2Fsaring");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Contains("0;url=/meja/saring", await TextAsync(back), StringComparison.Ordinal);
        using var desk = await GetAsync(Desk, "/meja", CookieOf(back));
        Assert.Equal(HttpStatusCode.OK, desk.StatusCode);
        using var again = await WalkAsync($"/masuk/kementerian/Kp2mi?undangan={token}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_subject_that_nobody_bound_stays_outside_and_makes_no_account()
    {
        await InviteAsync("budi");
        using var answer = await WalkAsync("/masuk/kementerian/Kp2mi");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(HasSession(answer));
        Assert.Equal(0, await CountAsync(db => db.Officers));
        Assert.Equal(0, await CountAsync(db => db.SignOns));
    }

    [Fact]
    public async Task The_sign_in_of_another_organisation_opens_nothing_and_takes_no_invitation()
    {
        using var taken = await WalkAsync($"/masuk/kementerian/Komdigi?undangan={await InviteAsync("budi")}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Equal(0, await CountAsync(db => db.Officers));

        using var joined = await WalkAsync($"/masuk/kementerian/Kp2mi?undangan={await InviteAsync("sari")}");
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        using var other = await WalkAsync("/masuk/kementerian/Komdigi");
        Assert.False(HasSession(other));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
    }

    [Fact]
    public async Task A_token_that_is_wrong_opens_nothing()
    {
        using (await WalkAsync($"/masuk/kementerian/Kp2mi?undangan={await InviteAsync("budi")}"))
            Assert.Equal(1, await CountAsync(db => db.SignOns));
        using var stranger = RSA.Create(2048);
        Dictionary<string, Action> faults = new()
        {
            ["nonce"] = () => Provider.Nonce = "lain",
            ["audience"] = () => Provider.Audience = "lain",
            ["expired"] = () => Provider.Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-3),
            ["signature"] = () => Provider.Forger = new RsaSecurityKey(stranger) { KeyId = "one" },
            ["level"] = () => Provider.Acr = "rendah",
            ["no subject"] = () => Provider.Subject = "",
        };

        foreach (var (fault, commit) in faults)
        {
            Provider.Mend();
            commit();
            using var answer = await WalkAsync("/masuk/kementerian/Kp2mi");

            Assert.True(answer.Headers.Location?.OriginalString == "/masuk?sebab=signin.failed", fault);
            Assert.False(HasSession(answer), fault);
        }

        Provider.Mend();
        using var sound = await WalkAsync("/masuk/kementerian/Kp2mi");
        Assert.True(HasSession(sound));
    }

    [Fact]
    public async Task An_administrator_binds_a_subject_to_an_officer_of_that_ministry_and_a_closed_one_stays_out()
    {
        using var browser = await Desk.SignInAsync(Role.Kp2miAnalyst);
        await using var scope = Desk.Services.CreateAsyncScope();
        var cancellationToken = TestContext.Current.CancellationToken;
        var officer = await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Officers.SingleAsync(cancellationToken);
        var (bind, admin) = (scope.ServiceProvider.GetRequiredService<BindSignOn>(), TestDesk.As(Role.Administrator));
        var name = new SignOnName(Ministry.Kp2mi, Provider.Issuer, Provider.Subject);
        Expect.Problem("access.denied", await bind.RunAsync(TestDesk.As(Role.Auditor), officer.Id, name, cancellationToken));
        Expect.Problem("sign-on.other-organisation", await bind.RunAsync(admin, officer.Id, name with { Ministry = Ministry.Komdigi }, cancellationToken));
        Expect.Problem("sign-on.subject-invalid", await bind.RunAsync(admin, officer.Id, name with { Subject = "a\0" }, cancellationToken));
        Expect.Value(await bind.RunAsync(admin, officer.Id, name, cancellationToken));

        using var open = await WalkAsync("/masuk/kementerian/Kp2mi");
        Assert.True(HasSession(open));
        Expect.Value(await scope.ServiceProvider.GetRequiredService<DisableOfficer>().RunAsync(admin, officer.Id, cancellationToken));
        using var shut = await WalkAsync("/masuk/kementerian/Kp2mi");
        Assert.False(HasSession(shut));
    }

    [Fact]
    public async Task A_way_back_that_was_not_begun_here_opens_nothing()
    {
        using var answer = await Desk.GetAsync("/masuk/kembali/Kp2mi?code=x&state=y");
        Assert.Equal("/masuk?sebab=signin.failed", answer.Headers.Location?.OriginalString);
        using var unknown = await Desk.GetAsync("/masuk/kementerian/Lain");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    /// <summary>To the provider and back, as a browser goes; gives the desk's last answer.</summary>
    private async Task<HttpResponseMessage> WalkAsync(string path)
    {
        using var begun = await Desk.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var cookies = string.Join("; ", begun.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var outside = await Desk.Browser.GetAsync(begun.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        return await Desk.SendAsync(HttpMethod.Get, outside.Headers.Location!.PathAndQuery, null, "Cookie: " + cookies);
    }

    private static bool HasSession(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("terjaga=", StringComparison.Ordinal));

    private async Task<string> InviteAsync(string name)
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        return Expect.Value(await scope.ServiceProvider.GetRequiredService<InviteOfficer>().RunAsync(
            new(TestDesk.As(Role.Administrator), name, name, Ministry.Kp2mi, Role.Kp2miAnalyst), TestContext.Current.CancellationToken)).Token;
    }

    private async Task<int> CountAsync<T>(Func<TerjagaDb, IQueryable<T>> rows)
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        return await rows(scope.ServiceProvider.GetRequiredService<TerjagaDb>()).CountAsync(TestContext.Current.CancellationToken);
    }
}
