using System.Text;

namespace Terjaga.Tests.Campaigns.Exports;

/// <summary>Reads a table as a spreadsheet does: a quote counts where a cell begins, and what follows its end is taken along.</summary>
internal static class Spreadsheet
{
    public static List<List<string>> Read(string text, char delimiter)
    {
        var (rows, row, cell, i) = (new List<List<string>>(), new List<string>(), new StringBuilder(), 0);
        while (i < text.Length)
        {
            if (cell.Length == 0 && text[i] == '"')
                i = Quoted(text, i + 1, cell);
            for (; i < text.Length && text[i] != delimiter && text[i] is not ('\r' or '\n'); i++)
                cell.Append(text[i]);
            row.Add(cell.ToString());
            cell.Clear();
            if (i < text.Length && text[i] != delimiter)
            {
                rows.Add(row);
                row = [];
                i += text.AsSpan(i).StartsWith("\r\n") ? 1 : 0;
            }

            i++;
        }

        return row.Count > 0 ? [.. rows, row] : rows;
    }

    private static int Quoted(string text, int from, StringBuilder cell)
    {
        var i = from;
        for (; i < text.Length; i++)
        {
            if (text[i] == '"' && (i + 1 == text.Length || text[++i] != '"'))
                return i + 1 == text.Length && text[i] == '"' ? i + 1 : i;
            cell.Append(text[i]);
        }

        return i;
    }
}
