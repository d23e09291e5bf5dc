using System.Net;
using Terjaga.Accounts;

namespace Terjaga.Tests.Screening;

public sealed class TryTextPageTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    [Fact]
    public async Task An_officer_sees_every_point_of_a_pasted_text_with_its_reason()
    {
        using var answer = await desk.PostAsync(Role.Kp2miAnalyst, "/meja/saring", new()
        {
            ["teks"] = "Kerja di kamboja, berangkat pakai visa turis. <b>WA</b> 0812-0000-1234",
        });
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Alasan setiap poin", page, StringComparison.Ordinal);
        Assert.Contains("Berangkat dengan visa bukan visa kerja", page, StringComparison.Ordinal);
        Assert.Contains("+6281200001234", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("KH", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>WA</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_is_shown_again()
    {
        using var answer = await desk.PostAsync(Role.KomdigiOfficer, "/meja/saring", new() { ["teks"] = " " });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Alasan setiap poin", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
