using System.Text;

namespace Terjaga.Campaigns.Exports;

/// <summary>A cell of a table that a spreadsheet opens and takes for text.</summary>
/// <remarks>
/// OWASP, "CSV Injection": a cell that begins with a sign of a formula is run as one. An apostrophe before it makes it text.
/// It also stands where a spreadsheet that splits at semicolons, as one set to Indonesian does, or at tabs would see a cell
/// begin. Whoever reads the file by machine drops one apostrophe at each of these places: nothing is lost.
/// </remarks>
internal static class CsvCell
{
    private const char Text = '\'';

    /// <summary>Signs that begin a formula, and their wide and small forms, which some spreadsheets take for them.</summary>
    private const string Formula = "=+-@＝＋－＠﹦﹢﹣﹫";

    /// <summary>After these a cell may be seen to begin, though it does not: quotes count for little there.</summary>
    private const string Starts = ";\t\r\n\"";

    public static void Append(StringBuilder line, string value)
    {
        line.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (i == 0 ? IsMarkedFirst(value) : IsStart(value[i - 1]) && IsMarked(value.AsSpan(i)))
                line.Append(Text);
            line.Append(value[i]);
            if (value[i] == '"')
                line.Append('"');
        }

        line.Append('"');
    }

    private static bool IsStart(char before) => Starts.Contains(before, StringComparison.Ordinal);

    /// <summary>A cell that begins with a tab or the like is marked whatever follows, as OWASP asks.</summary>
    private static bool IsMarkedFirst(string value) => ForeignText.IsUnseen(value[0]) || IsMarked(value);

    /// <summary>Before a sign, also behind what is not seen; and before an apostrophe, so that each that was added can be told.</summary>
    private static bool IsMarked(ReadOnlySpan<char> cell)
    {
        if (cell[0] == Text)
            return true;
        foreach (var character in cell)
        {
            if (Formula.Contains(character, StringComparison.Ordinal))
                return true;
            // The next start looks for itself, so that no character is looked at twice.
            if (!ForeignText.IsUnseen(character) || IsStart(character))
                return false;
        }

        return false;
    }
}
