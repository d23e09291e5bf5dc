using Terjaga.Accounts;
using Terjaga.Casework.Sharing;

namespace Terjaga.Tests.Casework.Sharing;

public sealed class SharingTests(ScratchPostgres postgres)
{
    private static readonly Acting _privacy = TestDesk.As(Role.PrivacyOfficer), _drafter = TestDesk.As(Role.KomdigiOfficer);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_new_row_counts_from_its_day_and_the_old_one_stays_and_counts_again_after_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var today = DateOnly.FromDateTime(desk.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(SharingLevel.Whole, await LevelAsync(desk));
        SaveSharing.Rule rule = new(SharedField.ReportWords, "komdigi", SharingLevel.Masked, today.AddDays(1), today.AddDays(2), "Surat 1/2026", "Uji coba.");

        Expect.Value(await SaveAsync(desk, _privacy, rule));
        Assert.Equal(SharingLevel.Whole, await LevelAsync(desk));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(SharingLevel.Masked, await LevelAsync(desk));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(SharingLevel.Whole, await LevelAsync(desk));
        Assert.Equal(19, Expect.Value(await desk.RunAsync<ReadSharing, Result<IReadOnlyList<ReadSharing.Row>>>(
            read => read.RunAsync(_drafter, TestContext.Current.CancellationToken))).Count);
    }

    [Fact]
    public async Task Only_a_privacy_officer_changes_the_table_and_nobody_the_past()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var today = DateOnly.FromDateTime(desk.Clock.GetUtcNow().UtcDateTime);
        SaveSharing.Rule rule = new(SharedField.Captures, "komdigi", SharingLevel.None, today, null, "Surat 1/2026", "Uji coba.");

        Expect.Problem("access.denied", await SaveAsync(desk, _drafter, rule));
        Expect.Problem("sharing.too-early", await SaveAsync(desk, _privacy, rule with { ValidFrom = today.AddDays(-1) }));
        Expect.Problem("sharing.invalid", await SaveAsync(desk, _privacy, rule with { Ministry = "polri" }));
        Expect.Problem("sharing.invalid", await SaveAsync(desk, _privacy, rule with { Field = (SharedField)99 }));
        Expect.Problem("sharing.invalid", await SaveAsync(desk, _privacy, rule with { Why = "a\0" }));
        Expect.Problem("sharing.invalid", await SaveAsync(desk, _privacy, rule with { Source = new string('a', 501) }));
        Expect.Problem("sharing.invalid", await SaveAsync(desk, _privacy, rule with { ValidTo = today.AddDays(-1) }));
        Expect.Value(await SaveAsync(desk, _privacy, rule));
        Expect.Problem("sharing.repeated", await SaveAsync(desk, _privacy, rule));
    }

    [Theory]
    [InlineData("WA 0812-3456-7890 ya", "WA ••••-••••-•890 ya")]
    [InlineData("rek. 1234567890, gaji 15 juta", "rek. •••••••890, gaji 15 juta")]
    [InlineData("+62 812 3456 7890", "+•• ••• •••• •890")]
    [InlineData("tanggal 24 November 2026", "tanggal 24 November 2026")]
    [InlineData("", "")]
    public void A_masked_text_keeps_its_length_and_the_last_digits_of_long_numbers(string text, string masked) =>
        Assert.Equal(masked, NumberMask.Over(text));

    [Fact]
    public void What_no_row_names_is_not_seen()
    {
        var nothing = new Shares(new Dictionary<SharedField, SharingLevel>());
        Assert.All(Enum.GetValues<SharedField>(), field => Assert.False(nothing.Sees(field)));
        Assert.Equal("", nothing.Say(SharedField.ReportWords, "kata"));
    }

    private static async Task<SharingLevel> LevelAsync(TestDesk desk) =>
        (await desk.RunAsync<ReadSharing, Shares>(read => read.ForAsync(_drafter, TestContext.Current.CancellationToken))).Of(SharedField.ReportWords);

    private static Task<Result<SaveSharing.Saved>> SaveAsync(TestDesk desk, Acting by, SaveSharing.Rule rule) =>
        desk.RunAsync<SaveSharing, Result<SaveSharing.Saved>>(save => save.RunAsync(by, rule, TestContext.Current.CancellationToken));
}
