namespace Terjaga.Screening.Identifiers;

/// <summary>Labels with dots between them, as they stand in a text.</summary>
internal ref struct HostChain
{
    /// <summary>Longest host.</summary>
    /// <remarks>RFC 1035, 2.3.4, without the final dot.</remarks>
    private const int MaxLength = 253;

    /// <summary>Most labels of a host that is read.</summary>
    private const int MaxLabels = 10;

    private readonly Span<(int Start, int End)> _labels;

    private HostChain(Span<(int Start, int End)> labels) => _labels = labels;

    public int Count { get; private set; }

    /// <summary>Whether one of its dots was hidden.</summary>
    public bool IsDefanged { get; private set; }

    /// <summary>Whether one of its dots is a word or stands between spaces.</summary>
    public bool IsSpaced { get; private set; }

    /// <summary>Whether it has too many labels, or too long ones, for a host.</summary>
    public bool IsTooLong { get; private set; }

    public readonly int Start => _labels[0].Start;

    /// <summary>Behind the last label that counts.</summary>
    public readonly int End => _labels[Count - 1].End;

    /// <summary>Behind the last label of the text.</summary>
    public int WholeEnd { get; private set; }

    /// <summary>Reads all labels around a dot.</summary>
    /// <param name="floor">Before which nothing is read again.</param>
    public static HostChain Read(ReadOnlySpan<char> text, int dot, int floor, bool isSpaced, Span<(int, int)> labels)
    {
        var chain = new HostChain(labels[..MaxLabels]);
        var start = dot;
        while (start > floor && IsLabel(text[start - 1]))
            start--;
        chain.Add(start, dot);
        for (var at = dot; at < text.Length;)
        {
            var length = Dots.At(text, at, isSpaced, out var isDefanged);
            var next = at + length;
            if (length == 0 || next >= text.Length || !IsLabel(text[next]))
                break;
            chain.IsDefanged |= isDefanged;
            chain.IsSpaced |= isDefanged && text[at] == ' ';
            for (at = next; at < text.Length && IsLabel(text[at]); at++)
            {
            }

            chain.Add(next, at);
        }

        return chain;
    }

    public readonly ReadOnlySpan<char> Label(ReadOnlySpan<char> text, int index) => text[_labels[index].Start.._labels[index].End];

    public readonly ReadOnlySpan<char> Last(ReadOnlySpan<char> text) => Label(text, Count - 1);

    /// <summary>Takes the last label away: it was the next sentence.</summary>
    public void DropLast() => Count--;

    /// <summary>The host as written, with plain dots.</summary>
    public readonly string Join(string text) =>
        string.Join('.', _labels[..Count].ToArray().Select(label => text[label.Start..label.End]))
            .Replace("\u200b", "", StringComparison.Ordinal).Replace("\u00ad", "", StringComparison.Ordinal);

    public static bool IsLabel(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '\u200b' or '\u00ad'
        || (c > '\u007f' && char.IsLetterOrDigit(c));

    private void Add(int start, int end)
    {
        WholeEnd = end;
        if (Count == _labels.Length || end - _labels[0].Start > MaxLength && Count > 0)
            IsTooLong = true;
        else
            _labels[Count++] = (start, end);
    }
}
