namespace Terjaga.Screening.Identifiers;

/// <summary>Finds numbers of licences and job orders behind the name of the licence.</summary>
internal sealed class LicenceFinder(WordIndex words)
{
    /// <summary>How far behind its name a number may begin, in characters.</summary>
    private const int Reach = 12;

    /// <summary>Letters of a number.</summary>
    private const int MinLength = 3, MaxLength = 40;

    public List<Licence> Find(Post post)
    {
        var found = new List<Licence>();
        var end = 0;
        foreach (var cue in post.Cues)
        {
            if (cue.Kind != WordKind.Licence)
                continue;
            var from = post.Tokens[cue.LastToken].End;
            if (from <= end)
                continue;
            var rest = post.Text.AsSpan(from);
            var line = rest.IndexOf('\n') is >= 0 and var lineEnd ? rest[..lineEnd] : rest;
            var digit = line[..Math.Min(line.Length, Reach + 1)].IndexOfAnyInRange('0', '9');
            if (digit < 0)
                continue;
            // Letters that hang on the figures are of the number: "KEP.123/2024".
            while (digit > 0 && IsOfNumber(line[digit - 1]))
                digit--;
            while (!char.IsLetterOrDigit(line[digit]))
                digit++;
            var length = 0;
            while (digit + length < line.Length && length < MaxLength && IsOfNumber(line[digit + length]))
                length++;
            var number = line.Slice(digit, length).TrimEnd("./-").ToString().ToUpperInvariant();
            if (number.Length < MinLength || (number.StartsWith('0') && !number.Contains('/')))
                continue;
            end = from + digit + length;
            post.Taken.Add(from + digit, end);
            if (!found.Exists(licence => licence.Number == number))
                found.Add(new Licence(words.ValueOf(cue), number));
        }

        return found;
    }

    private static bool IsOfNumber(char c) => char.IsLetterOrDigit(c) || c is '/' or '-' or '.';
}
