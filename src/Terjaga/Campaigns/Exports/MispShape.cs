namespace Terjaga.Campaigns.Exports;

/// <summary>Whether a value has the form that MISP asks of its type.</summary>
internal static class MispShape
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Figures = "0123456789";

    /// <summary>Base58 as Bitcoin uses it: no zero, no capital i or o, no small L.</summary>
    private const string Base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Characters of a Bitcoin address: 26 to 35 of the older forms, up to 90 by BIP 173.</summary>
    private const int ShortestBitcoin = 26, LongestOldBitcoin = 35, LongestBitcoin = 90;

    public static bool IsDigits(string text) => Has(text, Figures);

    public static bool IsPhone(string text) => text is ['+', ..] && IsDigits(text[1..]);

    public static bool IsDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && Has(text, Letters + Figures + "-_.") && text[0] != '.' && text[^1] != '.';

    public static bool IsUrl(string text) =>
        !text.Any(ForeignText.IsUnseen) && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    public static bool IsBitcoin(string text) => text.Length >= ShortestBitcoin && text switch
    {
        ['1' or '3', ..] => text.Length <= LongestOldBitcoin && Has(text, Base58),
        ['b', 'c', '1', ..] => text.Length <= LongestBitcoin && Has(text, Letters + Figures),
        _ => false,
    };

    private static bool Has(ReadOnlySpan<char> text, ReadOnlySpan<char> only) => text.Length > 0 && !text.ContainsAnyExcept(only);
}
