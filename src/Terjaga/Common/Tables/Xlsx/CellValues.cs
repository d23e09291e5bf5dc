using System.Globalization;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>Turns what is stored in a cell into what a person sees there, as far as a table needs it.</summary>
internal sealed class CellValues(List<string> texts, List<bool> dates, bool from1904)
{
    /// <param name="type">Attribute <c>t</c>; null for a number.</param>
    /// <param name="style">Attribute <c>s</c>; null for the style of all.</param>
    /// <remarks>Types: ECMA-376 part 1, 18.18.11. A formula counts by its stored value.</remarks>
    public string Of(string? type, string? style, string stored) => type switch
    {
        "s" => Shared(stored),
        "str" or "inlineStr" => CellText.Plain(stored),
        "b" => stored.Trim() is "1" or "true" ? "true" : "false",
        "d" => CellNumber.IsoDate(stored),
        "e" => stored,
        _ when stored.Length > TableLimits.CellCharacters => stored,
        _ when IsDate(style) => CellNumber.Date(stored, from1904),
        _ => CellNumber.Plain(stored),
    };

    private string Shared(string stored) => Index(stored) is { } index && index < texts.Count
        ? texts[index]
        : throw new InvalidDataException("A cell names a text that is not there.");

    private bool IsDate(string? style) => Index(style) is { } index && index < dates.Count && dates[index];

    private static int? Index(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
