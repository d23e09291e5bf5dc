using Terjaga.Accounts;
using Terjaga.Casework.Learning;
using Terjaga.Intake;

namespace Terjaga.Tests.Screening;

public sealed class DriftTests(ScratchPostgres postgres)
{
    [Theory, MemberData(nameof(LearningTests.Databases), MemberType = typeof(LearningTests))]
    public async Task A_sign_that_was_not_there_before_is_the_first_of_those_that_changed(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ReportAsync(desk, "toko kue mencari kasir, datang saja ke jalan melati nomor tiga");
        await ReportAsync(desk, "warung sate butuh pelayan dua orang, makan siang ditanggung pemilik");
        desk.Clock.Advance(TimeSpan.FromDays(ReadDrift.RecentDays + 1));
        await ReportAsync(desk, "Kerja di Kamboja pakai visa turis, berangkat besok, hubungi kami");

        var drift = await ReadAsync(desk);

        Assert.Equal((1, 2), (drift.Recent, drift.Earlier));
        Assert.Equal(1, drift.Scores.Sum(share => share.Recent), 6);
        Assert.Equal(1, drift.Scores.Sum(share => share.Earlier), 6);
        Assert.Contains(drift.Signs, sign => sign.Key == "visa_non_kerja" && sign.Value == new ReadDrift.Share(1, 0));
        Assert.All(drift.Signs, sign => Assert.Equal((1.0, 0.0), (sign.Value.Recent, sign.Value.Earlier)));
    }

    [Fact]
    public async Task Reports_of_long_ago_are_compared_with_nothing()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, "toko kue mencari kasir, datang saja ke jalan melati nomor tiga");
        desk.Clock.Advance(TimeSpan.FromDays(ReadDrift.RecentDays + ReadDrift.EarlierDays + 1));

        var drift = await ReadAsync(desk);
        Assert.Equal((0, 0, null), (drift.Recent, drift.Earlier, drift.Index));
    }

    [Fact]
    public void The_index_of_equal_shares_is_nothing_and_of_a_turn_is_large()
    {
        Assert.Equal(0, StabilityIndex.Of([500, 300, 200], [500, 300, 200])!.Value, 9);
        Assert.InRange(StabilityIndex.Of([900, 50, 50], [50, 50, 900])!.Value, StabilityIndex.Large, 10);
        // 0.2 * ln(0.6/0.4) twice.
        Assert.Equal(0.1622, StabilityIndex.Of([60_000, 40_000], [40_000, 60_000])!.Value, 3);
    }

    private static async Task<ReadDrift.View> ReadAsync(TestDesk desk) => Expect.Value(
        await desk.RunAsync<ReadDrift, Result<ReadDrift.View>>(read => read.RunAsync(TestDesk.As(Role.Kp2miAnalyst), TestContext.Current.CancellationToken)));

    private static async Task ReportAsync(TestDesk desk, string text)
    {
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit =>
            submit.RunAsync(new(null, text, null, null, [], null), TestContext.Current.CancellationToken)));
        await desk.WorkAsync();
    }
}
