using System.Globalization;

namespace Terjaga.Benchmarks.Screen;

/// <summary>Texts that somebody would send to make the engine slow, each a piece that is repeated.</summary>
internal static class HostileTexts
{
    /// <summary>By name: what is repeated to the length that is asked for.</summary>
    public static readonly IReadOnlyDictionary<string, string> Pieces = new Dictionary<string, string>
    {
        ["one letter"] = "a",
        ["one digit"] = "1",
        ["two letters in turn"] = "ab",
        ["letters drawn apart"] = "a b ",
        ["letters between dots"] = "a.b.",
        ["known word drawn apart"] = "g.a.j.i ",
        ["syllables with dots"] = "kam.bo.",
        ["syllables with spaces"] = "ber ang kat ",
        ["syllables with stars"] = "k*m*",
        ["combining marks"] = "a\u0301\u0302\u0303\u0304",
        ["combining marks alone"] = "\u0301",
        ["one character that is read as eighteen"] = "\uFDFA",
        ["Cyrillic look-alikes"] = "\u043A\u0430\u043C\u0431\u043E\u0434\u0436\u0430 ",
        ["invisible characters"] = "\u200B",
        ["halves of characters"] = "\uD83D",
        ["flags"] = "\U0001F1F0\U0001F1ED",
        ["quotation marks"] = "\"",
        ["spaces"] = " ",
        ["line breaks"] = "\n",
        ["links"] = "https://a.b/c?d=e ",
        ["one long host"] = "a-b.",
        ["handles"] = "@a_b ",
        ["phone numbers"] = "0812-3456-7890 ",
        ["brackets and plus signs"] = "(+62) ",
        ["sums"] = "rp 1.500.000,00 ",
        ["wages"] = "gaji 15jt/bln - 20 juta per bulan ",
        ["accounts"] = "rek bca 1234567890 a.n. ",
        ["digits spelled out"] = "kosong delapan satu dua ",
        ["a danger sign"] = "visa turis ",
        ["denials"] = "tidak bukan jangan ",
        ["warnings"] = "awas penipuan. ",
        ["ages"] = "usia 18-35 th ",
    };

    public static string Of(string piece, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
            text[i] = piece[i % piece.Length];
        return new string(text);
    }

    /// <summary>Words of which no two are the same, so that nothing is known and nothing is seen twice.</summary>
    public static string OfNewWords(int length) => string.Concat(Enumerable.Range(0, length)
        .Select(i => string.Create(CultureInfo.InvariantCulture, $"x{i:x}q ")).TakeWhile((_, i) => i * 4 < length))[..length];
}
