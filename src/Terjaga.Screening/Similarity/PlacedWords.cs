using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Similarity;

/// <summary>The words of a text as they are meant, with their places in it as it was sent.</summary>
internal sealed class PlacedWords
{
    private readonly string _original;

    private readonly NormalisedText _reading;

    private readonly List<Tokens.Token> _tokens;

    private PlacedWords(string original)
    {
        (_original, _reading) = (original, NormalisedText.Of(original));
        _tokens = Tokens.Split(_reading.Text);
        Hashes = [.. _tokens.Select(token => string.GetHashCode(_reading.Text.AsSpan(token.Start, token.Length), StringComparison.Ordinal))];
    }

    /// <summary>Equal for equal words.</summary>
    public int[] Hashes { get; }

    public static PlacedWords Of(string text) =>
        new(text.Length <= Screener.MaxTextLength ? text : text[..Screener.MaxTextLength]);

    /// <summary>From one word to before another.</summary>
    public TextSpan Span(int from, int to)
    {
        var last = _reading.Origin(_tokens[to - 1].End - 1);
        var isPair = last + 1 < _original.Length && char.IsSurrogatePair(_original[last], _original[last + 1]);
        return new TextSpan(_reading.Origin(_tokens[from].Start), last + (isPair ? 2 : 1));
    }
}
