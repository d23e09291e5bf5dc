using Terjaga.Casework;
using Terjaga.Intake;

namespace Terjaga.App.Casework;

/// <summary>The words of a report, told apart: what stands in its pictures, and the rest.</summary>
/// <remarks>The report keeps them as one text, in which the signs have their places; a picture's words are a part of it.</remarks>
internal sealed record ReportWords(string Text, IReadOnlyList<ReportWords.Part> Rest, IReadOnlyDictionary<string, ReportWords.Part> Pictures)
{
    /// <summary>A piece of the text, from its first character to the one after its last.</summary>
    public sealed record Part(int Start, int End);

    /// <summary>A picture whose words are no part of the text, such as those of one that was cut off, is missing in the answer.</summary>
    public static ReportWords Of(ReadCase.ReportRow report, IEnumerable<ListPictures.Row> pictures)
    {
        var found = new Dictionary<string, Part>();
        foreach (var picture in pictures)
        {
            // The pictures' words stand last: a reporter may have typed the same ones above.
            if (picture.Words is { Length: > 0 } words && report.Words.LastIndexOf(words, StringComparison.Ordinal) is var at and >= 0
                && found.Values.All(part => part.End <= at || part.Start >= at + words.Length))
            {
                found.TryAdd(picture.Sha256, new Part(at, at + words.Length));
            }
        }

        return new ReportWords(report.Words, Without(report.Words, [.. found.Values.OrderBy(part => part.Start)]), found);
    }

    private static List<Part> Without(string text, IReadOnlyList<Part> taken)
    {
        List<Part> rest = [];
        var at = 0;
        foreach (var next in taken.Append(new Part(text.Length, text.Length)))
        {
            if (text.AsSpan(at, next.Start - at).Trim().Length > 0)
                rest.Add(new Part(at, next.Start));
            at = next.End;
        }

        return rest;
    }
}
