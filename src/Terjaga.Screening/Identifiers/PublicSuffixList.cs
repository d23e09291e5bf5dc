using System.Collections.Frozen;
using System.Globalization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Tells which part of a host somebody has registered.</summary>
/// <remarks>Algorithm and list: publicsuffix.org. Rules stand in Unicode and in punycode, so that hosts of both are read.</remarks>
public sealed class PublicSuffixList
{
    private static readonly IdnMapping _idn = new();

    private readonly FrozenDictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>> _rules;

    private PublicSuffixList(FrozenDictionary<string, Rule> rules) => _rules = rules.GetAlternateLookup<ReadOnlySpan<char>>();

    [Flags]
    private enum Rule
    {
        None = 0,
        Plain = 1,
        Wildcard = 2,
        Exception = 4,
    }

    /// <summary>Reads the list as published. Throws <see cref="CatalogueException"/> where it has no rule.</summary>
    public static PublicSuffixList Parse(string text)
    {
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var end = line.IndexOfAny(' ', '\t');
            var rule = (end < 0 ? line : line[..end]).ToString();
            if (rule.Length == 0 || rule.StartsWith("//", StringComparison.Ordinal))
                continue;
            var (name, kind) = rule switch
            {
                ['*', '.', .. var parent] => (parent, Rule.Wildcard),
                ['!', .. var exception] => (exception, Rule.Exception),
                _ => (rule, Rule.Plain),
            };
            Add(rules, name, kind);
        }

        return rules.Count > 0
            ? new PublicSuffixList(rules.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new CatalogueException("The list of public suffixes has no rule.");
    }

    /// <summary>The registrable domain of a host, in lower case; null for a suffix itself and for what is no host.</summary>
    public string? RegistrableDomain(string? host)
    {
        if (string.IsNullOrEmpty(host) || host[0] == '.')
            return null;
        var name = host.ToLowerInvariant();
        var suffix = SuffixStart(name);
        return suffix == 0 ? null : name[(name.LastIndexOf('.', suffix - 2) + 1)..];
    }

    /// <summary>Whether the list has the last label of a host, in lower case.</summary>
    public bool HasTopLevel(ReadOnlySpan<char> label) => _rules.ContainsKey(label);

    private static void Add(Dictionary<string, Rule> rules, string name, Rule kind)
    {
        rules[name] = rules.GetValueOrDefault(name) | kind;
        if (System.Text.Ascii.IsValid(name))
            return;
        var ascii = _idn.GetAscii(name);
        rules[ascii] = rules.GetValueOrDefault(ascii) | kind;
    }

    /// <summary>Where the longest matching suffix begins; the last label where no rule matches.</summary>
    private int SuffixStart(ReadOnlySpan<char> name)
    {
        for (var at = 0; ;)
        {
            var dot = name[at..].IndexOf('.');
            if (dot < 0)
                return at;
            var next = at + dot + 1;
            var rule = Of(name[at..]);
            if (rule.HasFlag(Rule.Exception))
                return next;
            if (rule.HasFlag(Rule.Plain) || Of(name[next..]).HasFlag(Rule.Wildcard))
                return at;
            at = next;
        }
    }

    private Rule Of(ReadOnlySpan<char> name) => _rules.TryGetValue(name, out var rule) ? rule : Rule.None;
}
