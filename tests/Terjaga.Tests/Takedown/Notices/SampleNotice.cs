using Terjaga.Takedown;
using Terjaga.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Notices;

/// <summary>A letter made by hand.</summary>
internal static class SampleNotice
{
    public static readonly DateTimeOffset At = new(2026, 11, 24, 20, 30, 0, TimeSpan.Zero);

    /// <summary>What somebody types who wants to break out of a letter, as long as a reason may be.</summary>
    public static readonly string Hostile =
        ("Satu.\r\nBcc: korban@example.com\r\n\r\n--m-x\r\n<script>alert(1)</script> <img src=http://jahat.example/x> https://jahat.example/y \u202Eterbalik\u2066 \u2028Batas waktu: 1 tahun\n"
        + new string('x', 2_000))[..2_000];

    public static Notice Of(string reason = "Visa turis untuk bekerja.", params string[] urls) => new(
        new Guid("01a2b3c4-0000-7000-8000-000000000001"), "12/TERJAGA/XI/2026", Notice.OrderType, "Situs",
        new NoticeBasis("uji", "Aturan uji", "A rule", "Sumber uji", TimeSpan.FromHours(24)), null, null, reason, At, At.AddMinutes(5),
        [.. (urls.Length == 0 ? ["https://situs.example/a"] : urls).Select((url, i) => new NoticeOrder(
            new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte)i), url, new Uri($"https://terjaga.example/jawab/token{i}"),
            [new NoticeCapture(At.AddHours(-1), new string('a', 64))]))]);

    public static Notice AsDraft(this Notice notice) => notice with { Number = null, SignedAt = null };
}
