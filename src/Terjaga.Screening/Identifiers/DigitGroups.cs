namespace Terjaga.Screening.Identifiers;

/// <summary>Reads all digits of a text in one pass: plain, spelled in words, and with letters in their place.</summary>
internal sealed class DigitGroups(WordIndex words)
{
    /// <summary>Fewest digits beside a letter at the edge of a word for the letter to be meant as a digit.</summary>
    private const int MinBesideLetter = 2;

    /// <summary>Shortest word that can be several spelled digits.</summary>
    private const int MinJoinedWords = 7;

    /// <summary>In order.</summary>
    public List<DigitGroup> Read(Post post)
    {
        var groups = new List<DigitGroup>();
        var (cue, repeat) = (0, 1);
        for (var token = 0; token < post.Tokens.Count; token++)
        {
            while (cue < post.Cues.Count && post.Cues[cue].FirstToken < token)
                cue++;
            if (Spelled(post, cue, token, ref repeat) is { } spelled)
                groups.Add(spelled);
            else if (post.Word(token) is var word && (HasDigit(word) || IsJoinedWords(word)))
                Split(post, token, groups);
        }

        return groups;
    }

    private DigitGroup? Spelled(Post post, int cue, int token, ref int repeat)
    {
        for (; cue < post.Cues.Count && post.Cues[cue].FirstToken == token; cue++)
        {
            if (post.Cues[cue].Kind == WordKind.Repeat)
                repeat = (int)words.NumberOf(post.Cues[cue]);
            if (post.Cues[cue].Kind != WordKind.Digit)
                continue;
            var (digit, value) = ((long)words.NumberOf(post.Cues[cue]), 0L);
            for (var i = 0; i < repeat; i++)
                value = (value * 10) + digit;
            var (start, end) = (post.Tokens[token].Start, post.Tokens[token].End);
            var group = new DigitGroup(start, end, token, value, repeat, true, false);
            repeat = 1;
            return group;
        }

        return null;
    }

    private static bool HasDigit(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsAsciiDigit(c) || (c > '\u007f' && char.IsDigit(c)))
                return true;
        }

        return word.Length >= 3 && word.IndexOfAnyExcept('o', 'i', 'l') < 0;
    }

    private bool IsJoinedWords(ReadOnlySpan<char> word) =>
        word.Length >= MinJoinedWords && word[0] is 'n' or 'k' or 'z' && WordAt(word, out _) is { } length && WordAt(word[length..], out _) is not null;

    private void Split(Post post, int token, List<DigitGroup> groups)
    {
        var word = post.Word(token);
        var start = post.Tokens[token].Start;
        var (begin, value, count) = (0, 0L, 0);
        for (var at = 0; at < word.Length;)
        {
            var length = DigitAt(word, at, out var digit);
            if (length == 0)
            {
                Close(at);
                at++;
                continue;
            }

            if (count == 0)
                begin = at;
            (value, count, at) = (count < DigitGroup.MaxCount ? (value * 10) + digit : value, count + 1, at + length);
        }

        Close(word.Length);

        void Close(int end)
        {
            if (count > 0)
                groups.Add(new DigitGroup(start + begin, start + end, token, value, count, false, Units.IsUnit(post.Word(token)[end..])));
            (value, count) = (0, 0);
        }
    }

    /// <summary>How many characters at a place mean one digit; 0 where none is.</summary>
    private int DigitAt(ReadOnlySpan<char> word, int at, out int digit)
    {
        var c = word[at];
        digit = c - '0';
        if (char.IsAsciiDigit(c))
            return 1;
        if (c > '\u007f')
        {
            digit = System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c);
            return digit >= 0 ? 1 : 0;
        }

        if (WordAt(word[at..], out digit) is { } length)
            return length;
        if (LetterDigit(c) is { } letter && IsAmongDigits(word, at))
        {
            digit = letter;
            return 1;
        }

        return 0;
    }

    private int? WordAt(ReadOnlySpan<char> text, out int digit)
    {
        foreach (var (word, value) in words.DigitsFrom(text.IsEmpty ? ' ' : text[0]))
        {
            digit = value - '0';
            if (text.StartsWith(word))
                return word.Length;
        }

        digit = 0;
        return null;
    }

    private static int? LetterDigit(char c) => c switch
    {
        'o' => 0,
        'i' or 'l' => 1,
        'z' => 2,
        's' => 5,
        'b' => 8,
        _ => null,
    };

    /// <summary>Whether all the word around a letter is digits and letters that stand for them.</summary>
    private static bool IsAmongDigits(ReadOnlySpan<char> word, int at)
    {
        var (from, to) = (at, at + 1);
        while (from > 0 && IsLike(word[from - 1]))
            from--;
        while (to < word.Length && IsLike(word[to]))
            to++;
        var digits = 0;
        foreach (var c in word[from..to])
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits >= MinBesideLetter || (from == 0 && to == word.Length && word.IndexOfAnyExcept('o', 'i', 'l') < 0);
    }

    private static bool IsLike(char c) => char.IsAsciiDigit(c) || LetterDigit(c) is not null;
}
