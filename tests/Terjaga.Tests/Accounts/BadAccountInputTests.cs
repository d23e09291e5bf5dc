using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;

namespace Terjaga.Tests.Accounts;

public sealed partial class BadAccountInputTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    private static readonly string[] _forms =
    [
        "/masuk", "/masuk/kode", "/masuk/kunci", "/undangan/tidak-ada", "/meja/petugas", "/meja/lembaga", "/meja/akun/kunci", "/meja/akun/kode",
        "/meja/akun/sandi", $"/meja/petugas/{Guid.Empty}/penutupan", $"/meja/petugas/{Guid.Empty}/pemulihan", $"/meja/petugas/{Guid.Empty}/sesi",
        $"/meja/petugas/{Guid.Empty}/akun-kementerian", $"/meja/undangan/{Guid.Empty}/penarikan", $"/meja/akun/kunci/{Guid.Empty}/hapus",
        $"/meja/akun/sesi/{Guid.Empty}/akhiri",
    ];

    private static readonly string[] _fields =
        ["nama", "sandi", "lama", "kode", "tiket", "kunci", "tampil", "kementerian", "peran", "inggris", "sejak", "dasar", "subjek", "lanjut"];

    public static TheoryData<string> Forms => [.. _forms];

    public static TheoryData<string, string> Calls => new()
    {
        { "/api/session", "{\"name\":1,\"password\":[]}" },
        { "/api/session", "{\"name\":\"a\\u0000\",\"password\":\"\\u0000\",\"code\":\"\\ud800\"}" },
        { "/api/session", "[]" },
        { "/api/session", "{" },
        { "/api/invitations", "{\"name\":\"budi\",\"displayName\":\"Budi\",\"ministry\":\"Lain\",\"role\":\"Auditor\"}" },
        { "/api/invitations", "{\"name\":\"budi\",\"displayName\":\"Budi\",\"ministry\":7,\"role\":\"Auditor\"}" },
        { "/api/invitations", "{\"name\":\"budi\",\"displayName\":\"Budi\",\"ministry\":\"Kp2mi\",\"role\":\"Raja\"}" },
        { "/api/invitations", "{\"name\":\"budi\",\"displayName\":\"Budi\",\"ministry\":\"Kp2mi\",\"role\":7}" },
        { "/api/invitations", "{\"name\":\"bu\\u0000di\",\"displayName\":\"B\\u0000\",\"ministry\":\"\\u0000\",\"role\":\"Auditor\"}" },
        { "/api/invitations/tidak-ada", "{\"password\":{}}" },
        { "/api/invitations/tidak-ada", "{\"password\":\"\\u0000aaaaaaaaaaaaaaaaa\"}" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task A_form_with_anything_in_it_is_answered_with_a_code_of_ours_and_changes_nothing(string path)
    {
        var before = await StateAsync();
        foreach (var value in new[] { "", "\0", "\ud83d", "-1", "99999999999999999999", "'; DROP TABLE officers; --", "<script>alert(1)</script>", new string('a', 50_000) })
        {
            using var content = new StringContent(
                string.Join('&', _fields.Select(field => $"{field}={Uri.EscapeDataString(value)}")), Encoding.UTF8, "application/x-www-form-urlencoded");
            await ExpectRefusedAsync(path, content);
        }

        using (var huge = new StringContent("nama=" + new string('a', 10_000_000), Encoding.UTF8, "application/x-www-form-urlencoded"))
            await ExpectRefusedAsync(path, huge);
        using (var other = new StringContent("{\"nama\":7}", Encoding.UTF8, "application/json"))
            await ExpectRefusedAsync(path, other);

        Assert.Equal(before, await StateAsync());
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task A_call_with_a_wrong_body_is_answered_with_a_code_and_changes_nothing(string path, string body)
    {
        var before = await StateAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await desk.As(Role.Administrator).PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.InRange((int)answer.StatusCode, 400, 429);
        Assert.Matches("\"code\":\"[a-z.-]+\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_same_act_sent_twice_is_done_once()
    {
        using var invited = await desk.PostAsync(Role.Administrator, "/meja/petugas", new()
        {
            ["nama"] = "dua.kali",
            ["tampil"] = "Dua Kali",
            ["kementerian"] = "Kp2mi",
            ["peran"] = "Auditor",
        });
        var link = LinkPattern().Match(await invited.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        // By the operation itself: the other tests of this class may have used up the posts of a minute.
        await using var scope = desk.Desk.Services.CreateAsyncScope();
        var accept = scope.ServiceProvider.GetRequiredService<AcceptInvitation>();
        var token = link.Split('/')[^1];
        Expect.Value(await accept.RunAsync(new(token, AccountForms.Password), TestContext.Current.CancellationToken));

        Expect.Problem("invitation.unknown", await accept.RunAsync(new(token, AccountForms.Password), TestContext.Current.CancellationToken));
    }

    private async Task ExpectRefusedAsync(string path, HttpContent content)
    {
        try
        {
            using var answer = await desk.As(Role.Administrator).PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 429);
        }
        catch (HttpRequestException exception) when (exception.InnerException is IOException)
        {
            // The server hangs up on ten megabytes before they are all sent.
        }
    }

    /// <summary>How many rows there are of all that accounts have, and the stamps of the officers.</summary>
    private async Task<string> StateAsync()
    {
        await using var scope = desk.Desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        var stamps = await db.Officers.OrderBy(o => o.Id).Select(o => o.PasswordHash).ToListAsync(TestContext.Current.CancellationToken);
        return $"{await db.Invitations.CountAsync()} {await db.Organisations.CountAsync()} {await db.Sessions.CountAsync(s => s.EndedAt == null)} "
            + string.Join(' ', stamps);
    }

    [GeneratedRegex(@"/undangan/[\w-]+")]
    private static partial Regex LinkPattern();
}
