using System.Buffers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Tells whether words with dots between them are a host, where no scheme says so.</summary>
internal sealed class BareHosts(PublicSuffixList suffixes, Spellings spellings)
{
    private static readonly SearchValues<char> _marks = SearchValues.Create("-0123456789");

    /// <summary>Longest ending of a host that is looked up.</summary>
    private const int MaxEnding = 63;

    private static readonly string[] _nameWords = ["ig", "insta", "instagram", "tiktok", "tele", "telegram", "fb", "twitter"];

    /// <summary>Takes away what follows the host without a space; false where no host is left.</summary>
    public bool TrimToHost(string text, ref HostChain chain, bool hasScheme)
    {
        if (hasScheme && (IsAddress(text, chain) || chain.Last(text).Length > 1 && !char.IsAsciiDigit(chain.Last(text)[0])))
        {
            while (chain.Count > 2 && !IsEnding(chain.Last(text)))
                chain.DropLast();
            return true;
        }

        while (chain.Count > 2 && !IsEnding(chain.Last(text)))
            chain.DropLast();
        return chain.Count > 1 && IsEnding(chain.Last(text));
    }

    /// <param name="hasPath">Whether something follows behind a slash.</param>
    public bool IsHost(string text, HostChain chain, bool hasPath)
    {
        var last = chain.Last(text);
        var before = chain.Label(text, chain.Count - 2);
        if (before[^1] is '-' or '_' || before[0] is '-' or '_')
            return false;
        if (chain.IsSpaced)
            return IsWell(last) && before.Length > 2 && (chain.Count > 2 || !spellings.IsStop(Lower(before, stackalloc char[MaxEnding])));
        if (hasPath)
            return true;
        if (chain.IsDefanged)
            return before.Length > 1;
        if (before.Length == 1 || IsAllDigits(before) || (chain.Count == 2 && spellings.IsStop(Lower(before, stackalloc char[MaxEnding]))))
            return false;
        if (IsNextSentence(before, last) || IsName(text.AsSpan(0, chain.Start)))
            return false;
        var first = chain.Label(text, 0);
        return first.Equals("www", StringComparison.OrdinalIgnoreCase)
            || !spellings.IsWordlikeSuffix(Lower(last, stackalloc char[MaxEnding]))
            || (before.IndexOfAny(_marks) >= 0 && before.Length > 4 && last.Length > 1);
    }

    private bool IsEnding(ReadOnlySpan<char> label)
    {
        if (label.Length is < 2 or > MaxEnding)
            return false;
        var lower = Lower(label, stackalloc char[MaxEnding]);
        return lower is "example" or "test" or "invalid" or "localhost" or "onion" || suffixes.HasTopLevel(lower);
    }

    /// <summary>Endings that stand for an address even where the dot is a word.</summary>
    private static bool IsWell(ReadOnlySpan<char> ending) =>
        ending is "com" or "net" or "org" or "id" or "info" or "xyz" or "site" or "online" or "top" or "club" or "shop" or "example"
            or "test" or "invalid" or "vip" or "cc" or "app" or "link" or "me" or "io" or "co" or "ly" or "live" or "store";

    /// <summary>Whether the dot ends a sentence and the next one follows without a space.</summary>
    private static bool IsNextSentence(ReadOnlySpan<char> before, ReadOnlySpan<char> last) =>
        char.IsUpper(last[0]) && last[1..].IndexOfAnyInRange('a', 'z') >= 0 && char.IsLower(before[^1]);

    /// <summary>Whether the name of a platform stands just before, so that a name of an account follows.</summary>
    private static bool IsName(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd(" :=");
        if (trimmed.Length == before.Length)
            return false;
        foreach (var word in _nameWords)
        {
            if (trimmed.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (trimmed.Length == word.Length || !char.IsLetter(trimmed[trimmed.Length - word.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddress(string text, HostChain chain)
    {
        if (chain.Count != 4)
            return false;
        for (var i = 0; i < 4; i++)
        {
            if (!byte.TryParse(chain.Label(text, i), out _))
                return false;
        }

        return true;
    }

    private static bool IsAllDigits(ReadOnlySpan<char> label) => label.IndexOfAnyExceptInRange('0', '9') < 0;

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> label, Span<char> buffer) =>
        label.Length <= buffer.Length ? buffer[..label.ToLowerInvariant(buffer)] : label;
}
