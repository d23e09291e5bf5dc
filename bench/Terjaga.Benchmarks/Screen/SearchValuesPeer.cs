using System.Buffers;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Screen;

/// <summary>
/// The phrase search of .NET, ignoring case: it says where a phrase stands, but not which, knows no borders of words and
/// undoes no disguise.
/// </summary>
internal static class SearchValuesPeer
{
    public static (JsonObject Json, double AllPlaces) Measure(List<string> phrases, List<string> texts)
    {
        var (values, bytesEach, found) = (SearchValues.Create([.. phrases], StringComparison.OrdinalIgnoreCase), Posts.BytesEach(texts), 0L);
        var all = Rate.Of(texts.Count, () =>
        {
            found = 0;
            foreach (var text in texts)
                found += Count(text, values);
        });
        var any = Rate.Of(texts.Count, () =>
        {
            foreach (var text in texts)
                text.AsSpan().ContainsAny(values);
        });
        return (new JsonObject
        {
            ["hitsInOnePass"] = found,
            ["allPlaces"] = all.ToJson(bytesEach),
            ["firstPlaceOnly"] = any.ToJson(bytesEach),
        }, all.Megabytes(bytesEach));
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> values)
    {
        var count = 0;
        for (var at = text.IndexOfAny(values); at >= 0; at = text.IndexOfAny(values))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
