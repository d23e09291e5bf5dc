using System.Text.Json;
using Terjaga.Screening;

namespace Terjaga.Tests.Screening;

public sealed class DangerTests
{
    /// <summary>Share of look-alikes that may be raised.</summary>
    private const double MaxRaised = 0.1;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_in_danger_is_called_safe_in_messages_that_others_wrote(bool hasModel)
    {
        var screener = hasModel ? ShippedScreener.WithModel : ShippedScreener.RulesAlone;
        var rows = ShippedScreener.Rows(SharedFolder.Require("data/posts/danger.jsonl")).Select(row => (
            Text: Of(row, "text"), Danger: Of(row, "danger"), Told: screener.Screen(Of(row, "text")).Danger)).ToList();

        Assert.Empty(rows.Where(row => row.Danger is "P0" or "P1" && row.Told == Danger.None).Select(row => row.Text));
        var safe = rows.Where(row => row.Danger == "none").ToList();
        Assert.True(safe.Count(row => row.Told is Danger.P0 or Danger.P1) <= safe.Count * MaxRaised);
    }

    [Theory]
    [InlineData("Tolong, saya disekap di Myawaddy dan paspor saya ditahan", Danger.P0)]
    [InlineData("anak saya di kamboja sudah 2 bulan tidak ada kabar, agen bilang sabar", Danger.P1)]
    [InlineData("uang saya sudah transfer 5 juta ke agen malah diblokir", Danger.P2)]
    [InlineData("Gaji 12 juta, kerja di Jepang, daftar di Disnaker", Danger.None)]
    [InlineData("mati gaya nunggu bus, tolong rekomendasi film dong wkwk", Danger.None)]
    public void Rules_alone_tell_how_urgent_a_cry_is(string text, Danger danger) =>
        Assert.Equal(danger, ShippedScreener.RulesAlone.Screen(text).Danger);

    private static string Of(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
