using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Terjaga.Accounts;

namespace Terjaga.Tests.Layout;

public sealed class DeskPageTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    private static readonly string[] _ways =
        ["/meja", "/meja/bahaya", "/meja/saring", "/meja/model", "/meja/penerima", "/meja/serah", "/meja/dasar-hukum", "/meja/segel", "/meja/petugas", "/meja/kerja"];

    [Theory]
    [InlineData(Role.Kp2miAnalyst, "/meja", "/meja/bahaya", "/meja/saring", "/meja/model", "/meja/penerima", "/meja/dasar-hukum", "/meja/daftar", "/meja/kontak", "/meja/angka", "/meja/pembagian", "/meja/kerja")]
    [InlineData(Role.Kp2miApprover, "/meja", "/meja/bahaya", "/meja/saring", "/meja/model", "/meja/penerima", "/meja/dasar-hukum", "/meja/daftar", "/meja/kontak", "/meja/angka", "/meja/pembagian", "/meja/segel", "/meja/kerja")]
    [InlineData(Role.KomdigiOfficer, "/meja", "/meja/saring", "/meja/model", "/meja/penerima", "/meja/serah", "/meja/dasar-hukum", "/meja/daftar", "/meja/kontak", "/meja/angka", "/meja/pembagian", "/meja/kerja")]
    [InlineData(Role.KomdigiApprover, "/meja", "/meja/saring", "/meja/model", "/meja/penerima", "/meja/serah", "/meja/dasar-hukum", "/meja/daftar", "/meja/kontak", "/meja/angka", "/meja/pembagian", "/meja/kerja")]
    [InlineData(Role.Administrator, "/meja/penerima", "/meja/angka", "/meja/mitra", "/meja/petugas", "/meja/kerja")]
    public async Task An_officer_is_shown_the_ways_that_are_open_and_no_other(Role role, params string[] open)
    {
        var page = await ParseAsync(role, "/meja/kerja");

        Assert.Equal(open, page.QuerySelectorAll(".ways a").Select(a => a.GetAttribute("href")));
        foreach (var way in _ways)
        {
            using var answer = await desk.As(role).GetAsync(new Uri(way, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(open.Contains(way) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_administrator_who_asked_for_the_desk_comes_to_the_part_that_is_theirs()
    {
        using var answer = await desk.PostAsync(Role.Administrator, "/masuk", new()
        {
            ["nama"] = nameof(Role.Administrator),
            ["sandi"] = "a long password of a test",
            ["lanjut"] = "/meja",
        });

        Assert.Equal("/meja/petugas", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(Role.KomdigiOfficer, "/meja/penerima")]
    [InlineData(Role.KomdigiApprover, "/meja/dasar-hukum")]
    [InlineData(Role.Administrator, "/meja/petugas")]
    [InlineData(Role.Administrator, "/lapor")]
    [InlineData(Role.Administrator, "/status")]
    [InlineData(Role.Administrator, "/masuk")]
    public async Task Every_field_has_a_label_and_every_hint_is_tied_to_its_field(Role role, string path)
    {
        var page = await ParseAsync(role, path);

        var fields = page.QuerySelectorAll("input:not([type=hidden]), select, textarea").ToList();
        Assert.NotEmpty(fields);
        foreach (var field in fields)
        {
            Assert.True(
                page.QuerySelector($"label[for='{field.Id}']") is not null || field.ParentElement is { LocalName: "label" },
                field.OuterHtml);
            Assert.Equal(page.QuerySelector($"[id='{field.Id}-hint']")?.Id, field.GetAttribute("aria-describedby"));
        }
    }

    private async Task<IDocument> ParseAsync(Role role, string path) =>
        await new HtmlParser().ParseDocumentAsync(await desk.ReadAsync(role, path), TestContext.Current.CancellationToken);
}
