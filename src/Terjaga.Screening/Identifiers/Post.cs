using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Identifiers;

/// <summary>A text with all that the finders share: its reading form, its words, the known ones among them.</summary>
internal sealed class Post(
    string original, NormalisedText reading, List<Tokens.Token> tokens, List<Cue> cues, string? channel)
{
    /// <summary>As it was sent.</summary>
    public string Original { get; } = original;

    /// <summary>The reading form.</summary>
    public string Text { get; } = reading.Text;

    public List<Tokens.Token> Tokens { get; } = tokens;

    /// <summary>In order of the first token.</summary>
    public List<Cue> Cues { get; } = cues;

    /// <summary>Where the text was posted, such as <c>telegram_group</c>; null where that is not known.</summary>
    public string? Channel { get; } = channel;

    /// <summary>Parts of the reading form that are taken, in order: links, numbers of phones and accounts.</summary>
    public Spans Taken { get; } = new();

    public int Origin(int index) => reading.Origin(index);

    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>What stands between a token and the next one.</summary>
    public ReadOnlySpan<char> GapAfter(int token) => token + 1 < Tokens.Count
        ? Text.AsSpan(Tokens[token].End, Tokens[token + 1].Start - Tokens[token].End)
        : Text.AsSpan(Tokens[token].End);

    /// <summary>Whether a sentence or line ends between a token and the next one.</summary>
    public bool EndsAfter(int token)
    {
        var gap = GapAfter(token);
        return gap.IndexOfAny('\n', '!', ';') >= 0
            || (gap.IndexOf('.') is >= 0 and var dot && (dot + 1 == gap.Length || char.IsWhiteSpace(gap[dot + 1])));
    }

    /// <summary>The first cue at or after a token.</summary>
    public int CueFrom(int token)
    {
        var (low, high) = (0, Cues.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Cues[middle].FirstToken < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The longest cue of a kind that begins at a token; null where there is none.</summary>
    public Cue? At(int token, WordKind kind)
    {
        for (var i = CueFrom(token); i < Cues.Count && Cues[i].FirstToken == token; i++)
        {
            if (Cues[i].Kind == kind)
                return Cues[i];
        }

        return null;
    }

    /// <summary>The nearest cue of one of two kinds that ends before a token, on its line; null beyond the reach.</summary>
    /// <param name="reach">In words.</param>
    public Cue? Before(int token, int reach, WordKind kind, WordKind other)
    {
        Cue? best = null;
        for (var i = CueFrom(token) - 1; i >= 0 && token - Cues[i].FirstToken <= reach + MaxCueLength; i--)
        {
            var cue = Cues[i];
            if ((cue.Kind == kind || cue.Kind == other) && cue.LastToken < token && token - cue.LastToken <= reach
                && (best is not { } known || cue.LastToken > known.LastToken))
            {
                best = cue;
            }
        }

        return best is { } found && !HasLineBreak(found.LastToken, token) ? best : null;
    }

    /// <summary>Whether a line ends between two tokens.</summary>
    public bool HasLineBreak(int from, int to) =>
        Text.AsSpan(Tokens[from].End, Tokens[to].Start - Tokens[from].End).Contains('\n');

    /// <summary>Longest phrase of the lists, in words, that is looked for backwards.</summary>
    private const int MaxCueLength = 4;
}
