using System.Globalization;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Identifiers;

/// <summary>Names of offices, and whether somebody else puts one on: with another ending, other letters, a slip or more words.</summary>
internal sealed class OfficeNames
{
    /// <summary>Longest part of a host that is read.</summary>
    /// <remarks>RFC 1035, 2.3.4: a label has at most 63 octets.</remarks>
    private const int MaxLabel = 63;

    /// <summary>Shortest name of which a slip is one: among shorter names, one letter makes another word.</summary>
    private const int MinLengthOfSlip = 7;

    private static readonly IdnMapping _idn = new();

    private readonly string[] _names;

    private readonly HashSet<string> _added, _others;

    public OfficeNames(HostTable hosts)
    {
        _names = [.. hosts.Imitated.Select(Plain).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];
        (_added, _others) = ([.. hosts.AddedWords.Select(Plain)], [.. hosts.NotImitations.Select(Plain)]);
    }

    /// <param name="labels">A host without the ending that a registry gives.</param>
    public bool IsPutOnBy(ReadOnlySpan<char> labels)
    {
        foreach (var label in labels.Split('.'))
        {
            if (labels[label] is { Length: > 0 and <= MaxLabel } written && IsPutOn(written.ToString()))
                return true;
        }

        return false;
    }

    private bool IsPutOn(string label)
    {
        var read = Read(label);
        if (IsName(Plain(read)))
            return true;
        foreach (var part in read.Split('-'))
        {
            if (IsName(Plain(part)))
                return true;
        }

        return false;
    }

    /// <summary>A name itself, one slip from it, or one with added words around.</summary>
    private bool IsName(string text)
    {
        if (text.Length < 4 || _others.Contains(text))
            return false;
        foreach (var name in _names)
        {
            if (name.Length >= MinLengthOfSlip && IsOneSlip(text, name))
                return true;
            if (text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at && IsAdded(text.AsSpan(0, at)) && IsAdded(text.AsSpan(at + name.Length)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text is nothing, or one or two of the added words.</summary>
    private bool IsAdded(ReadOnlySpan<char> text)
    {
        var lookup = _added.GetAlternateLookup<ReadOnlySpan<char>>();
        if (text.IsEmpty || lookup.Contains(text))
            return true;
        for (var at = 2; at <= text.Length - 2; at++)
        {
            if (lookup.Contains(text[..at]) && lookup.Contains(text[at..]))
                return true;
        }

        return false;
    }

    /// <summary>Whether one letter was changed, left out, added, or two next to each other changed places.</summary>
    private static bool IsOneSlip(string text, string name)
    {
        if (Math.Abs(text.Length - name.Length) > 1)
            return false;
        var same = text.AsSpan().CommonPrefixLength(name);
        var a = text.AsSpan(same);
        var b = name.AsSpan(same);
        if (a.Length != b.Length)
            return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
        return a.Length > 0 && (a[1..].SequenceEqual(b[1..])
            || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])));
    }

    /// <summary>Letters of other alphabets as those that they look like.</summary>
    private static string Read(string label)
    {
        if (!label.StartsWith("xn--", StringComparison.Ordinal))
            return label;
        try
        {
            return NormalisedText.Of(_idn.GetUnicode(label)).Text;
        }
        catch (ArgumentException)
        {
            // No letters by the rules of punycode.
            return label;
        }
    }

    /// <summary>Digits and pairs as the letters that they are mistaken for, so that both sides are spelled alike; no hyphens.</summary>
    private static string Plain(string text) => text.Replace("-", "", StringComparison.Ordinal).Replace("rn", "m", StringComparison.Ordinal)
        .Replace("vv", "w", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'i').Replace('l', 'i').Replace('3', 'e')
        .Replace('4', 'a').Replace('5', 's');
}
