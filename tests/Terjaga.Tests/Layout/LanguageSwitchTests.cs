using Terjaga.Accounts;

namespace Terjaga.Tests.Layout;

/// <summary>A link can ask only for what a GET shows: on the answer to a form it would lose the receipt, or what was typed.</summary>
public sealed class LanguageSwitchTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    [Theory]
    [InlineData("/lapor", "tulisan", "Gaji 15 juta di Kamboja", "tanda-terima")]
    [InlineData("/lapor", "tautan", "bukan tautan", "bukan tautan")]
    [InlineData("/status", "tanda", "0000-SALAH", "0000-SALAH")]
    [InlineData("/masuk", "nama", "siapa", "siapa")]
    public async Task The_switch_is_on_the_page_and_not_on_the_answer_to_its_form(string path, string field, string typed, string shown)
    {
        var form = new Dictionary<string, string> { [field] = typed, ["sandi"] = "" };

        var asked = await desk.ReadAsync(Role.Kp2miAnalyst, path);
        using var answer = await desk.PostAsync(Role.Kp2miAnalyst, path, form);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("hreflang", asked, StringComparison.Ordinal);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang", page, StringComparison.Ordinal);
    }
}
