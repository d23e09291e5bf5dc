using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Names;

/// <summary>Reads the words that make a name out of how it is written.</summary>
internal sealed class NameReader(NameWords words)
{
    /// <summary>Most words of a name that are read.</summary>
    public const int MaxWords = 12;

    /// <summary>Fewest letters drawn apart that are read as a word.</summary>
    private const int MinDrawnApart = 4;

    private readonly HashSet<string> _forms = [.. words.LegalForms];

    private readonly HashSet<string> _additions = [.. words.Additions];

    private readonly HashSet<string> _places = [.. words.Places.Select(NameSounds.Spell)];

    private readonly Dictionary<string, string> _abbreviations =
        words.Abbreviations.ToDictionary(pair => pair.Key, pair => NameSounds.Spell(pair.Value), StringComparer.Ordinal);

    /// <summary>Words that are no slip of another one; spelled.</summary>
    public HashSet<string> Common { get; } =
        [.. words.Common.Concat(words.Abbreviations.Values).Concat(words.Places).Select(NameSounds.Spell)];

    /// <summary>Whether a word behind a name may only say where its branch is.</summary>
    public bool IsPlace(string spelled) => _places.Contains(spelled);

    /// <summary>The words, spelled, without legal form and additions; with them where nothing else is left.</summary>
    public List<string> Read(string name)
    {
        var written = Split(name);
        var kept = written.Where(word => !_forms.Contains(word) && !_additions.Contains(word)).ToList();
        return [.. (kept.Count > 0 ? kept : written).Take(MaxWords).Select(Spell)];
    }

    public string Spell(string word) => _abbreviations.GetValueOrDefault(word) ?? NameSounds.Spell(word);

    private static List<string> Split(string name)
    {
        var text = NormalisedText.Of(name).Text;
        var tokens = Tokens.Split(text).Select(token => text[token.Start..token.End]).Where(word => char.IsLetterOrDigit(word[0])).ToList();
        return JoinDrawnApart(tokens);
    }

    /// <summary>"l i n t a n g" is one word; "p t" before a name is its legal form.</summary>
    private static List<string> JoinDrawnApart(List<string> tokens)
    {
        var joined = new List<string>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var end = at;
            while (end < tokens.Count && tokens[end].Length == 1)
                end++;
            if (end - at >= 2 && tokens[at] is "p" && tokens[at + 1] is "t")
            {
                joined.Add("pt");
                at += 2;
            }
            else if (end - at >= MinDrawnApart)
            {
                joined.Add(string.Concat(tokens[at..end]));
                at = end;
            }
            else
            {
                joined.Add(tokens[at++]);
            }
        }

        return joined;
    }
}
