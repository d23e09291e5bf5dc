using System.Text;
using System.Text.Json;
using CsCheck;
using Terjaga.Campaigns.Exports;

namespace Terjaga.Tests.Campaigns.Exports;

/// <summary>Sheets to export, and what comes out of them.</summary>
internal static class Sheets
{
    public static readonly Guid Campaign = new("01936f3e-5a00-7000-8000-0000000000c1");

    public static readonly DateTimeOffset Opened = new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Read = new(2026, 11, 30, 14, 0, 0, 250, TimeSpan.FromHours(7));

    /// <summary>One of each kind, as a crew writes them that knows of spreadsheets.</summary>
    public static IndicatorSheet Small { get; } = Of(
        Row(IndicatorKind.AgencyAsClaimed, "=PT \"Maju\" Sejahtera", 3),
        Row(IndicatorKind.Phone, "+6281234567890", 41),
        Row(IndicatorKind.Account, "BCA:0123456789", 12),
        Row(IndicatorKind.Handle, "telegram:kerja_kamboja", 7),
        Row(IndicatorKind.Domain, "loker-kamboja.example", 5),
        Row(IndicatorKind.Url, "https://loker-kamboja.example/daftar?a='x'&b=\\", 2),
        Row(IndicatorKind.Wallet, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", 1),
        Row(IndicatorKind.PictureHash, new string('a', 32) + new string('0', 32), 9));

    /// <summary>Pieces that have broken somebody's file: signs, separators, quotes, marks without width, halves of characters.</summary>
    private static readonly string[] _odd =
    [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "\t", "\r", "\n", "\r\n", ";", ",", "|", "\"", "\"\"", "'", "''", "\\", " ", "\u00A0",
        "\u200B", "\uFEFF", "\u202E", "\u2066", "\u2028", "\u0085", "\0", "\u001B", "\uD83D", "\uDE00", "😀", "é", "a", "1", ":", "<script>", "cmd|' /C calc'!A0",
        "SUM(1)", "{", "]", "AND", "*/", "%00",
    ];

    public static Gen<string> Hostile { get; } = Gen.Int[0, _odd.Length - 1].Select(i => _odd[i]).Array[0, 12].Select(string.Concat);

    public static Gen<IndicatorSheet> HostileSheet { get; } = Gen.Select(
        Hostile, Gen.Select(Gen.Enum<IndicatorKind>(), Hostile, Gen.Int[-2, 50]).Array[0, 12],
        (title, rows) => Of([.. rows.Select(row => Row(row.Item1, row.Item2, row.Item3))]) with { Title = title });

    public static IndicatorSheet Of(params IndicatorSheet.Row[] rows) => new(Campaign, "Loker Kamboja, gaji 15 juta", Opened, Read, rows);

    public static IndicatorSheet.Row Row(IndicatorKind kind, string value, int count = 1) =>
        new(kind, value, Opened.AddDays(-1), Opened.AddDays(4), count);

    public static string Text(IndicatorSheet sheet, IndicatorFormat format) => Encoding.UTF8.GetString(IndicatorExport.Write(sheet, format).Content);

    public static List<JsonElement> Stix(IndicatorSheet sheet) =>
        [.. JsonDocument.Parse(IndicatorExport.Write(sheet, IndicatorFormat.Stix).Content).RootElement.GetProperty("objects").EnumerateArray()];

    public static JsonElement Misp(IndicatorSheet sheet) =>
        JsonDocument.Parse(IndicatorExport.Write(sheet, IndicatorFormat.Misp).Content).RootElement.GetProperty("Event");

    public static string TypeOf(JsonElement one) => one.GetProperty("type").GetString()!;
}
