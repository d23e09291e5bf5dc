using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>Makes of a stranger's text what cannot leave the line it is written on.</summary>
internal static class SafeText
{
    private const char Filler = '_';

    private const char FirstPrintable = ' ', Delete = '\x7f';

    /// <summary>Marks that RFC 9110 section 5.6.2 allows in a name, beside letters and digits.</summary>
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    public static string Token(string text) =>
        text.Length == 0 ? $"{Filler}" : string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterOrDigit(source[i]) || TokenMarks.Contains(source[i], StringComparison.Ordinal) ? source[i] : Filler;
        });

    /// <remarks>A line break or NUL in a value becomes a space, as RFC 9110 section 5.5 asks.</remarks>
    public static string Value(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] is (< FirstPrintable and not '\t') or Delete ? ' ' : source[i];
    }).Trim(' ', '\t');

    /// <summary>As <see cref="Value"/>, in the bytes that came: a reader of HTTP takes a byte for a letter of Latin-1.</summary>
    public static byte[] HttpValue(string text)
    {
        var safe = Value(text);
        return safe.All(letter => letter <= byte.MaxValue) ? Encoding.Latin1.GetBytes(safe) : Encoding.UTF8.GetBytes(safe);
    }

    /// <summary>Every byte that may not stand in an address (RFC 3986 section 2) is written as %XX.</summary>
    public static string Address(string text)
    {
        var address = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (value is > (byte)FirstPrintable and < (byte)Delete && !"<>\"\\^`{|}".Contains((char)value, StringComparison.Ordinal))
                address.Append((char)value);
            else
                address.Append('%').Append(Convert.ToHexString([value]));
        }

        return address.ToString();
    }
}
