namespace Terjaga.Benchmarks;

/// <summary>Made-up reports of about 1 KB in the words of false job offers: the same in every run.</summary>
internal static class ReportTexts
{
    /// <summary>Different texts; a counter behind them makes every report unique.</summary>
    public const int Count = 200;

    /// <summary>Words of a text, for about 1,000 bytes.</summary>
    private const int WordCount = 130;

    private static readonly string[] _words =
    [
        "lowongan", "kerja", "Kamboja", "gaji", "dollar", "tanpa", "pengalaman", "hubungi", "admin", "WhatsApp", "telegram",
        "tiket", "pesawat", "gratis", "mess", "makan", "customer", "service", "operator", "komputer", "Poipet", "Sihanoukville",
        "Myawaddy", "visa", "paspor", "proses", "cepat", "usia", "maksimal", "tahun",
    ];

    public static IReadOnlyList<string> All { get; } = Make();

    private static string[] Make()
    {
        // A fixed seed: two runs are to differ by the machine only.
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(_ => string.Join(' ', random.GetItems(_words, WordCount)))];
    }
}
