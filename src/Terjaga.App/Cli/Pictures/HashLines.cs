using Terjaga.Screening.Images.Pdq;

namespace Terjaga.App.Cli.Pictures;

/// <summary>Reads hashes, one a line; what follows a comma is not looked at, so that the answer of <c>pdq</c> can be read.</summary>
internal sealed class HashLines(TextReader reader)
{
    /// <summary>Longest line, in characters; a longer one is no hash and is not kept.</summary>
    private const int MaxLength = 8 * 1024;

    private readonly char[] _buffer = new char[MaxLength];

    private int _begin, _end;

    private long _number;

    /// <param name="Number">Counted from 1.</param>
    /// <param name="Hash">Null if there is none.</param>
    public readonly record struct Line(long Number, PdqHash? Hash);

    /// <summary>The next line that is not empty; null at the end.</summary>
    public Line? Next()
    {
        while (TryRead(out var text, out var isCut))
        {
            _number++;
            if (isCut || !text.IsWhiteSpace())
                return new Line(_number, isCut ? null : Parse(text));
        }

        return null;
    }

    private static PdqHash? Parse(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        return PdqHash.TryParse((comma < 0 ? text : text[..comma]).Trim());
    }

    private bool TryRead(out ReadOnlySpan<char> text, out bool isCut)
    {
        isCut = false;
        while (true)
        {
            var held = _buffer.AsSpan(_begin, _end - _begin);
            var length = held.IndexOf('\n');
            if (length >= 0)
            {
                text = held[..length];
                _begin += length + 1;
                return true;
            }

            if (held.Length == MaxLength)
            {
                isCut = true;
                held = [];
            }

            held.CopyTo(_buffer);
            (_begin, _end) = (0, held.Length);
            var count = reader.Read(_buffer, _end, MaxLength - _end);
            if (count == 0)
            {
                text = _buffer.AsSpan(0, _end);
                _end = 0;
                return text.Length > 0 || isCut;
            }

            _end += count;
        }
    }
}
