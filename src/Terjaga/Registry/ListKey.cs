using System.Text;

namespace Terjaga.Registry;

/// <summary>Brings numbers of licences, permits and job orders to one form, however they are written.</summary>
public static class ListKey
{
    /// <summary>Longest key, in characters.</summary>
    public const int MaxLength = 120;

    private static readonly string[] _titles = ["NOMOR", "NOMER", "NO", "SIP3MI", "SIPPMI", "SIPPTKIS", "SIPPTKI", "SIUP", "SIP2MI", "SIP", "JO"];

    /// <summary>
    /// Upper case, groups of letters and of figures parted by a hyphen, without leading zeros and without the name of the
    /// licence; null where nothing is left or it is longer than <see cref="MaxLength"/>.
    /// </summary>
    public static string? Of(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > MaxLength * 2)
            return null;
        var groups = Groups(written.ToUpperInvariant());
        while (groups.Count > 1 && TitleAt(groups) is > 0 and var title)
            groups.RemoveRange(0, title);
        var key = string.Join('-', groups);
        return key.Length is 0 or > MaxLength ? null : key;
    }

    /// <remarks>SIP3MI and SIP2MI hold a figure, and so are three groups.</remarks>
    private static int TitleAt(List<string> groups)
    {
        for (var count = Math.Min(3, groups.Count - 1); count > 0; count--)
        {
            if (_titles.Contains(string.Concat(groups.Take(count)), StringComparer.Ordinal))
                return count;
        }

        return 0;
    }

    private static List<string> Groups(string text)
    {
        var groups = new List<string>();
        var group = new StringBuilder();
        foreach (var c in text)
        {
            var isSameKind = group.Length > 0 && char.IsAsciiDigit(group[^1]) == char.IsAsciiDigit(c);
            if (group.Length > 0 && (!char.IsLetterOrDigit(c) || !isSameKind))
                Close();
            if (char.IsLetterOrDigit(c))
                group.Append(c);
        }

        if (group.Length > 0)
            Close();
        return groups;

        void Close()
        {
            var whole = group.ToString();
            var trimmed = whole.TrimStart('0');
            groups.Add(trimmed.Length == 0 ? "0" : trimmed);
            group.Clear();
        }
    }
}
