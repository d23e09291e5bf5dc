namespace Terjaga.Screening.Reading;

/// <summary>Guesses the language of a text by its smallest words.</summary>
internal sealed class Languages
{
    /// <summary>The language of a text without a small word that is known.</summary>
    public const string Other = "other";

    private static readonly (string Language, string[] Words)[] _small =
    [
        ("id", Words("yang dan di ke dari untuk dengan ini itu tidak ada bisa kami kamu saya akan sudah pada atau juga mau kalau sama aku")),
        ("en", Words("the and of to in for is you with are this that we your not have will be on at from can no our my please")),
        ("jv", Words("sing lan ora kanggo iki kuwi kowe wis arep neng nang karo ana mung ojo opo piye saiki kulo mboten sampun niku")),
        ("su", Words("nu jeung teu pikeun ieu eta abdi anjeun geus bade ka tina aya henteu kuring naon atuh mah urang tos punten")),
        ("ms", Words("nak tak boleh sahaja saje ialah kerana dgn awak kita macam mana takde dekat kat cakap buat pun lah ye")),
    ];

    /// <summary>By number of a word: which language it speaks for, counted from 1; 0 for none.</summary>
    private readonly byte[] _ofWord;

    public Languages(Vocabulary vocabulary)
    {
        _ofWord = new byte[vocabulary.Count];
        for (var language = _small.Length; language > 0; language--)
        {
            foreach (var word in _small[language - 1].Words)
            {
                if (vocabulary.Find(word) is >= 0 and var number && vocabulary[number] == word)
                    _ofWord[number] = (byte)language;
            }
        }
    }

    /// <summary>For the vocabulary.</summary>
    public static IEnumerable<string> SmallWords => _small.SelectMany(row => row.Words);

    /// <summary>Whether a word is one of the smallest of a language.</summary>
    public bool IsSmall(int number) => number >= 0 && _ofWord[number] != 0;

    /// <summary><c>id</c>, <c>en</c>, <c>jv</c>, <c>su</c>, <c>ms</c>, or <c>other</c>.</summary>
    public string Guess(List<Word> words)
    {
        Span<int> counts = stackalloc int[_small.Length + 1];
        foreach (var word in words)
        {
            if (word.Number >= 0)
                counts[_ofWord[word.Number]]++;
        }

        var best = 0;
        counts[0] = 0;
        for (var language = 1; language < counts.Length; language++)
            best = counts[language] > counts[best] ? language : best;
        return best == 0 ? Other : _small[best - 1].Language;
    }

    private static string[] Words(string words) => words.Split(' ');
}
