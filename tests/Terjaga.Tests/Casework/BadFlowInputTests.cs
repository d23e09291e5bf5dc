using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Notes;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;

namespace Terjaga.Tests.Casework;

/// <summary>Wrong types, extremes, NULs and too much: each form and call of the flow answers with a code and changes nothing.</summary>
public sealed class BadFlowInputTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly string _unknown = Guid.Empty.ToString("D");

    public static TheoryData<Role, string> Calls => new()
    {
        { Role.Kp2miAnalyst, $"/api/cases/{_unknown}/decisions" },
        { Role.Kp2miAnalyst, $"/api/cases/{_unknown}/notes" },
        { Role.Kp2miAnalyst, $"/api/notes/{_unknown}/withdrawal" },
        { Role.Kp2miAnalyst, $"/api/notes/{_unknown}/strike" },
        { Role.KomdigiOfficer, $"/api/cases/{_unknown}/appeals" },
        { Role.KomdigiApprover, $"/api/appeals/{_unknown}/decision" },
        { Role.PrivacyOfficer, "/api/sharing" },
        { Role.KomdigiOfficer, $"/api/cases/{_unknown}/orders" },
        { Role.Kp2miAnalyst, $"/api/cases/{_unknown}/undo" },
    };

    public static TheoryData<Role, string> Forms => new()
    {
        { Role.Kp2miAnalyst, $"/meja/perkara/{_unknown}/keputusan" },
        { Role.Kp2miAnalyst, $"/meja/perkara/{_unknown}/catatan" },
        { Role.Kp2miAnalyst, $"/meja/perkara/{_unknown}/catatan/{_unknown}/tarik" },
        { Role.Kp2miAnalyst, $"/meja/perkara/{_unknown}/catatan/{_unknown}/coret" },
        { Role.KomdigiOfficer, $"/meja/perkara/{_unknown}/keberatan" },
        { Role.KomdigiApprover, $"/meja/perkara/{_unknown}/keberatan/{_unknown}" },
        { Role.PrivacyOfficer, "/meja/pembagian" },
        { Role.KomdigiOfficer, $"/meja/perkara/{_unknown}/perintah" },
        { Role.Kp2miAnalyst, $"/meja/perkara/{_unknown}/keputusan/urung" },
    };

    [Theory, MemberData(nameof(Calls))]
    public async Task A_bad_call_has_a_code_and_changes_nothing(Role role, string path)
    {
        var before = await CountAsync();
        foreach (var body in Bodies())
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await SendAsync(role, path, content);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.False(string.IsNullOrEmpty((string?)said!["code"]), body[..Math.Min(body.Length, 80)]);
        }

        Assert.Equal(before, await CountAsync());
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_bad_form_is_answered_with_a_page_and_changes_nothing(Role role, string path)
    {
        var before = await CountAsync();
        foreach (var value in (string[])["", "x", "-1", "99999999999999999999", "a\0b", "2026-13-45", new('a', 3_000), new('a', TenMegabytes)])
        {
            var fields = new[] { "versi", "langkah", "alasan", "tingkat", "teks", "dari", "isi", "tanggal", "diterima", "bidang", "kementerian", "mulai", "sampai", "sumber", "sebab", "kelas", "mendesak", "penerima", "dasar", "daftar-permit" };
            using var content = new StringContent(string.Join('&', fields.Select(field => $"{field}={Uri.EscapeDataString(value.Length > 4_000 && field != "alasan" ? "1" : value)}")), Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await SendAsync(role, path, content);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        Assert.Equal(before, await CountAsync());
    }

    /// <summary>Asks before it sends, so that what is too much is refused before it is on its way.</summary>
    private async Task<HttpResponseMessage> SendAsync(Role role, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.ExpectContinue = content.Headers.ContentLength > 1_000_000;
        return await desk.As(role).SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Bodies()
    {
        yield return $$"""{"reason":"{{new string('a', TenMegabytes)}}"}""";
        yield return "";
        yield return "{";
        yield return "[]";
        yield return "null";
        yield return "{}";
        foreach (var value in (string[])["1", "-1", "1e400", "true", "null", "[]", "{}", "\"\"", "\"\\u0000\"", "\"x\""])
        {
            yield return $$"""
                {"version":{{(value == "-1" ? "2147483648" : "0")}},"step":{{value}},"reason":{{value}},"verdict":{{value}},"checklist":{{value}},"outcome":{{value}},
                 "level":{{value}},"text":{{value}},"from":{{value}},"receivedAt":{{value}},"isUpheld":{{value}},"field":{{value}},"ministry":{{value}},
                 "validFrom":{{value}},"source":{{value}},"why":{{value}},"recipientId":{{value}},"legalBasisId":{{value}},"contentClass":{{value}}}
                """;
        }
    }

    private async Task<string> CountAsync()
    {
        await using var scope = desk.Desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        return $"{await db.Events.CountAsync()} {await db.CaseNotes.CountAsync()} {await db.Appeals.CountAsync()} {await db.SharingRules.CountAsync()}";
    }
}
