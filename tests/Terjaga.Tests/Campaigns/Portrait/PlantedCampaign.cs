using System.Globalization;
using Terjaga.Campaigns.Portrait;
using Terjaga.Screening.Similarity;
using Terjaga.Tests.Screening;

namespace Terjaga.Tests.Campaigns.Portrait;

/// <summary>Sightings of campaigns that tests and drawings are made of; the same in every run.</summary>
internal static class PlantedCampaign
{
    public const string Offer =
        "Dibutuhkan segera operator gudang di luar negeri, gaji besar per bulan, mess dan makan ditanggung, tanpa pengalaman. Hubungi WA 0812-0000-0000 sekarang juga";

    public static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    private static readonly string[] _offers =
    [
        Offer, Offer.Replace("operator gudang", "admin toko daring", StringComparison.Ordinal),
        Offer.Replace("tanpa pengalaman", "usia bebas", StringComparison.Ordinal),
        Offer.Replace("Dibutuhkan segera", "🔥 Loker terbaru", StringComparison.Ordinal),
        Offer + ". Kuota terbatas, siapa cepat dia dapat, kirim nama lengkap dan foto",
        Offer.Replace("gaji besar per bulan, mess dan makan ditanggung, ", "", StringComparison.Ordinal),
    ];

    private static readonly string?[] _hosts = ["facebook.com", "t.me", "tiktok.com", "instagram.com", "loker-cepat.example", null];

    private static readonly string?[] _channels = ["WhatsApp", "whatsapp", "grup kampung", null];

    public static NameMasks Masks { get; } = new(ShippedScreener.Gazetteer);

    public static Sighting At(DateTimeOffset at, string words = Offer, string? host = null, string? channel = null, params string[] contacts) =>
        new(TimeOrderedId.At(at), at, words, host is null ? null : $"https://{host}/1", host, channel, contacts);

    /// <summary>A few wordings, contacts and hosts that are frequent, and very many that are rare, over a number of days.</summary>
    public static IReadOnlyList<Sighting> Large(int count, int days)
    {
        var random = new Random(5);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var at = Now - TimeSpan.FromMinutes(random.Next(days * 24 * 60));
                return At(at, Words(random), Often(_hosts, random), Often(_channels, random), [.. Contacts(random)]);
            }),
        ];
    }

    private static string Words(Random random) => random.Next(20) switch
    {
        0 => "",
        1 => string.Create(CultureInfo.InvariantCulture, $"kata{Letters(random)} lain {Letters(random)} sama sekali {Letters(random)}"),
        _ => Often(_offers, random)!.Replace("0812-0000-0000", Number(random), StringComparison.Ordinal),
    };

    private static IEnumerable<string> Contacts(Random random)
    {
        if (random.Next(10) > 0)
            yield return "phone:+62812" + Number(random);
        if (random.Next(4) == 0)
            yield return "account:BCA:" + Number(random);
        if (random.Next(6) == 0)
            yield return "handle:telegram:" + Letters(random);
    }

    /// <summary>Half of all are the first, a quarter the second, and so on.</summary>
    private static T Often<T>(T[] things, Random random)
    {
        var at = 0;
        while (at < things.Length - 1 && random.Next(2) == 0)
            at++;
        return things[at];
    }

    private static string Number(Random random) => random.Next(3) == 0
        ? random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture)
        : (10_000_000 + (1_111_111 * Often([0, 1, 2, 3, 4, 5, 6, 7], random))).ToString(CultureInfo.InvariantCulture);

    private static string Letters(Random random) => new([.. Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26)))]);
}
