using System.Net;
using Terjaga.Accounts;

namespace Terjaga.Tests.Takedown;

public sealed class LegalBasisPagesTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    private const string Path = "/meja/dasar-hukum";

    [Fact]
    public async Task An_approver_of_Komdigi_adds_a_rule_and_everyone_reads_that_no_lawyer_checked_it()
    {
        using var added = await desk.PostAsync(Role.KomdigiApprover, Path, Form());
        using var refused = await desk.PostAsync(Role.KomdigiOfficer, Path, Form());

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = await desk.ReadAsync(Role.Kp2miAnalyst, Path);
        Assert.Contains("Aturan uji, lebih cepat", page, StringComparison.Ordinal);
        Assert.Contains("Belum berlaku", page, StringComparison.Ordinal);
        Assert.Contains("4 hari", page, StringComparison.Ordinal);
        Assert.Contains("belum diperiksa ahli hukum", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"kode\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("batas", "")]
    [InlineData("batas", "2161")]
    [InlineData("batas", "2147483647")]
    [InlineData("batas", "-1")]
    [InlineData("mulai", "besok")]
    [InlineData("akhir", "2001-01-01")]
    [InlineData("kode", "")]
    public async Task What_cannot_be_a_rule_is_shown_again_as_it_was_typed(string field, string value)
    {
        var form = Form();
        form[field] = value;

        using var answer = await desk.PostAsync(Role.KomdigiApprover, Path, form);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"A rule for a test\"", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Form() => new()
    {
        ["kode"] = "uji",
        ["judul"] = "Aturan uji, lebih cepat",
        ["title"] = "A rule for a test",
        ["batas"] = "96",
        ["sumber"] = "tidak ada",
        ["mulai"] = "2999-01-01",
        ["akhir"] = "",
    };
}
