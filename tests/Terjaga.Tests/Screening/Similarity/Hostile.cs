using CsCheck;

namespace Terjaga.Tests.Screening.Similarity;

/// <summary>Texts of few words that come again and again, with signs, disguises and halves of characters between.</summary>
internal static class Hostile
{
    private static readonly string[] _parts =
    [
        "gaji", "kerja", "di", "Korea", "15", "juta", "wa", "0811", "PT", "\uD83D", "🔥", "\u200B", "l0ker", "ﬁ", "招聘", "مرحبا",
        "\n", ".", ",", "https://a.b/c", "@x", "a", "İ", "ẞ", "𝗞", "aaaaaa",
    ];

    public static Gen<string> Text { get; } =
        Gen.Select(
        OneOf(_parts).Array[0, 60], OneOf([" ", "", "-"]), (parts, between) => string.Join(between, parts));

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(number => texts[number]);
}
