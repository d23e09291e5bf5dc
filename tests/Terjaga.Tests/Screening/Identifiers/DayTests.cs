using System.Text.Json;
using Terjaga.Screening;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Rules;

namespace Terjaga.Tests.Screening.Identifiers;

public sealed class DayTests
{
    [Theory]
    [InlineData("wawancara 12 Mei 2026", "2026-05-12")]
    [InlineData("tes 12/05/2026 jam 8", "2026-05-12")]
    [InlineData("tes 12-5-26", "2026-05-12")]
    [InlineData("per 2026-05-12.", "2026-05-12")]
    [InlineData("interview 12 May", "--05-12")]
    [InlineData("tgl 5 s/d 9 Juni", "--06-05 --06-09")]
    [InlineData("30 Mei - 2 Juni 2026", "2026-05-30 2026-06-02")]
    [InlineData("12 dan 13 Mei", "--05-12 --05-13")]
    [InlineData("on the 3rd of June", "--06-03")]
    [InlineData("May 12, 2026", "2026-05-12")]
    [InlineData("05/13/2026", "2026-05-13")]
    [InlineData("tgl 12/5", "--05-12")]
    [InlineData("29 Februari", "--02-29")]
    public void A_day_is_read_however_it_is_written(string text, string days) =>
        Assert.Equal(days.Split(' '), Of(text).Dates.Select(day => day.ToString()));

    [Theory]
    [InlineData("SIP3MI 061/000/2021")]
    [InlineData("31 Februari 2026")]
    [InlineData("29-2-2026")]
    [InlineData("jam 08.00-17.00")]
    [InlineData("hub 0812-05-2026")]
    [InlineData("3/4 cangkir")]
    [InlineData("you may 12 times")]
    [InlineData("10 may apply")]
    [InlineData("gaji 5 juta tgl 25")]
    [InlineData("192.12.5.26")]
    public void What_is_no_day_is_none(string text) => Assert.Empty(Of(text).Dates);

    [Theory]
    [InlineData("transfer besok", 1)]
    [InlineData("paling lambat hari ini", 0)]
    [InlineData("hari ini terakhir", 0)]
    [InlineData("daftar sekarang juga", 0)]
    [InlineData("berlaku sampai minggu depan", 7)]
    [InlineData("paling lambat Jumat", 7)]
    [InlineData("closing date: Friday", 7)]
    [InlineData("3 hari lagi ditutup", 3)]
    [InlineData("tiga hari lagi", 3)]
    [InlineData("tinggal 2 minggu", 14)]
    [InlineData("pendaftaran H-2", 2)]
    [InlineData("ndaptar paling lambat sesuk", 1)]
    public void A_limit_is_told_in_days_from_the_text(string text, int days)
    {
        Assert.Equal([days], Of(text).DeadlineDays);
        Assert.True(HasDeadline(text));
    }

    [Theory]
    [InlineData("ditutup 30 April")]
    [InlineData("kuota terbatas sampai 15 Juli")]
    [InlineData("pendaftaran tgl 5 s/d 9 Juni, batas akhir 9 Juni")]
    [InlineData("apply before 3 March")]
    public void A_day_of_the_calendar_can_be_a_limit(string text)
    {
        Assert.Empty(Of(text).DeadlineDays);
        Assert.True(HasDeadline(text));
    }

    [Theory]
    [InlineData("Hari ini polisi menangkap dua orang")]
    [InlineData("sampai hari ini belum digaji")]
    [InlineData("masuk Senin s/d Jumat, sampai jam 5")]
    [InlineData("Jam 8 s/d 17 Senin - Sabtu")]
    [InlineData("berlaku hari Senin-Jumat")]
    [InlineData("tgl 5 s/d 9 Juni")]
    [InlineData("visa H-2A")]
    [InlineData("visa H-2 sudah jadi")]
    [InlineData("berita kemarin dan besok")]
    public void A_day_alone_is_no_limit(string text)
    {
        Assert.Empty(Of(text).DeadlineDays);
        Assert.False(HasDeadline(text));
    }

    [Fact]
    public void An_answer_has_days_by_ISO_8601_and_can_be_read_again()
    {
        var result = ShippedScreener.RulesAlone.Screen("ditutup 30 April, tes 12/5/2026");
        var json = JsonSerializer.Serialize(result, ScreeningJson.Default.ScreeningResult);

        Assert.Contains("\"dates\":[\"--04-30\",\"2026-05-12\"]", json, StringComparison.Ordinal);
        Assert.Equal(result.Entities.Dates, JsonSerializer.Deserialize(json, ScreeningJson.Default.ScreeningResult)!.Entities.Dates);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CalendarDay>("\"2026-02-31\""));
    }

    private static Entities Of(string text) => ShippedScreener.RulesAlone.Screen(text).Entities;

    private static bool HasDeadline(string text)
    {
        var screener = ShippedScreener.RulesAlone;
        return ReadFacts.Of(screener.Rules, screener.Read(text)).Has(screener.Rules.Names.Number("has:deadline"));
    }
}
