using System.Globalization;
using System.Text;

namespace Terjaga.Campaigns.Exports;

/// <summary>Texts and objects of texts in the one form that all programs agree on, to make ids of.</summary>
/// <remarks>RFC 8785, section 3.2.2.2: only quotes, backslashes and characters below the space are escaped.</remarks>
internal static class CanonicalJson
{
    private const char FirstPlain = ' ';

    /// <param name="properties">Sorted by name already.</param>
    public static string Object(IEnumerable<KeyValuePair<string, string>> properties)
    {
        var json = new StringBuilder();
        foreach (var (name, value) in properties)
        {
            AppendText(json.Append(json.Length == 0 ? '{' : ','), name);
            AppendText(json.Append(':'), value);
        }

        return json.Append('}').ToString();
    }

    private static void AppendText(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' or '\\' => json.Append('\\').Append(character),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < FirstPlain => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        json.Append('"');
    }
}
