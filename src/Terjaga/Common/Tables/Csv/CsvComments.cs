namespace Terjaga.Common.Tables.Csv;

/// <summary>The lines above a header that begin with <c># </c>; <c># key: value</c> is a property of the file.</summary>
/// <param name="Length">Characters of all of them, with their line ends.</param>
internal sealed record CsvComments(IReadOnlyDictionary<string, string> Properties, int Length, int Lines)
{
    /// <remarks>A header that begins with a column <c>#</c> is no comment: after that stands a delimiter, not a space.</remarks>
    public static CsvComments Read(ReadOnlySpan<char> head)
    {
        var properties = new RowDraft(1);
        var (length, lines) = (0, 0);
        while (head[length..] is ['#', ' ' or '\r' or '\n', ..] rest)
        {
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];
            length += line.Length + LineEnd(rest[line.Length..]);
            lines++;
            if (line.IndexOf(':') is > 0 and var colon && line[1..colon].Trim() is { Length: > 0 } key)
                properties.Add(key.ToString(), line[(colon + 1)..].Trim().ToString());
        }

        return new CsvComments(properties.FinishWhole(), length, lines);
    }

    private static int LineEnd(ReadOnlySpan<char> text) => text is ['\r', '\n', ..] ? 2 : Math.Min(text.Length, 1);
}
