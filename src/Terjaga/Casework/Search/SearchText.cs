using System.Text;

namespace Terjaga.Casework.Search;

/// <summary>What an officer looks for, cut to words: nothing in it has a meaning for a database.</summary>
internal static class SearchText
{
    /// <summary>Longest text that is looked for, in characters; what is behind is left out.</summary>
    public const int MaxLength = 200;

    /// <summary>Most words; each must be in a report.</summary>
    private const int MaxWords = 10;

    /// <summary>The beginning of what was typed, without characters that no text has.</summary>
    public static string Clean(string typed) =>
        new([.. PlainText.Shorten(typed, MaxLength).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);

    /// <summary>Runs of letters and digits, as the indexes cut a report.</summary>
    public static IReadOnlyList<string> Words(string typed)
    {
        var words = new StringBuilder(Clean(typed));
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsLetterOrDigit(words[i]))
                words[i] = ' ';
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords)];
    }
}
