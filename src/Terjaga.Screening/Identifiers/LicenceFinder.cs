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
        foreach (var cue in post.Cues)
        {
            if (cue.Kind != WordKind.Licence)
                continue;
            var from = post.Tokens[cue.LastToken].End;
            var rest = post.Text.AsSpan(from);
            var line = rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
            var digit = line[..Math.Min(line.Length, Reach + 1)].IndexOfAnyInRange('0', '9');
            if (digit < 0)
                continue;
            var length = 0;
            while (digit + length < line.Length && length < MaxLength && (char.IsLetterOrDigit(line[digit + length]) || line[digit + length] is '/' or '-' or '.'))
                length++;
            var number = line.Slice(digit, length).TrimEnd("./-").ToString().ToUpperInvariant();
            if (number.Length < MinLength || (number.StartsWith('0') && !number.Contains('/')))
                continue;
            post.Taken.Add(from + digit, from + digit + length);
            if (!found.Exists(licence => licence.Number == number))
                found.Add(new Licence(words.ValueOf(cue), number));
        }

        return found;
    }
}
