namespace Terjaga.Screening.Rules;

/// <summary>Everything that can be said of a text and that rules and the model can name.</summary>
internal sealed class FactNames
{
    /// <summary>What identifiers and marks of a text say.</summary>
    public static readonly string[] OfText =
    [
        "has:phone", "has:account", "has:link", "has:handle", "has:agency", "has:licence", "has:country", "has:wage", "has:fee",
        "has:minor", "has:deadline", "host:shortener", "host:lookalike", "host:official", "mark:question", "mark:quote",
    ];

    private const string Signals = "signal:";

    private const string Rules = "rule:";

    private const string ContextPrefix = "context:";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    private readonly List<string> _names = [];

    public FactNames(IEnumerable<string> signals, IEnumerable<string> groups, IEnumerable<string> rules)
    {
        foreach (var name in signals.Select(OfSignal).Concat(groups.Select(OfGroup)).Concat(OfText)
            .Concat(Contexts.All.Select(OfContext)).Concat(rules.Select(OfRule)))
        {
            if (_numbers.TryAdd(name, _names.Count))
                _names.Add(name);
        }
    }

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    /// <summary>Whether a fact is a danger sign or a combination of them.</summary>
    public bool IsSign(int fact) =>
        _names[fact].StartsWith(Signals, StringComparison.Ordinal) || _names[fact].StartsWith(Rules, StringComparison.Ordinal);

    public bool IsContext(int fact) => _names[fact].StartsWith(ContextPrefix, StringComparison.Ordinal);

    /// <summary>Throws <see cref="CatalogueException"/> for a name that nothing can say.</summary>
    public int Number(string name) => _numbers.TryGetValue(name, out var number)
        ? number
        : throw new CatalogueException($"A rule asks for '{name}', which is no signal, word list or fact.");

    public int? Find(string name) => _numbers.TryGetValue(name, out var number) ? number : null;

    public static string OfSignal(string id) => Signals + id;

    public static string OfRule(string id) => Rules + id;

    public static string OfGroup(string group) => "word:" + group;

    public static string OfContext(string context) => ContextPrefix + context;
}
