using System.Text.Json.Nodes;
using Terjaga.Screening;

namespace Terjaga.Benchmarks.Posters;

/// <summary>What one way of reading found in many pictures.</summary>
internal sealed class Tally(Screener screener)
{
    private readonly List<double> _shares = [], _seconds = [];

    private int _phones, _found;

    public double KeywordShare => _shares.Average();

    public double PhoneShare => (double)_found / _phones;

    public double SlowestSeconds => _seconds.Max();

    /// <summary>A key word counts where the text has it, whatever stands around it; a phone where the engine reads the whole number.</summary>
    public void Add(Poster poster, string text, double seconds)
    {
        var small = text.ToLowerInvariant();
        _shares.Add(poster.Keywords.Count(word => small.Contains(word, StringComparison.Ordinal)) / (double)poster.Keywords.Count);
        var phones = screener.Screen(text).Entities.Phones;
        _phones += poster.Phones.Count;
        _found += poster.Phones.Count(phones.Contains);
        _seconds.Add(seconds);
    }

    public JsonObject ToJson() => new()
    {
        ["pictures"] = _shares.Count,
        ["keywords"] = Math.Round(KeywordShare, 3),
        ["phones"] = $"{_found} of {_phones}",
        ["phoneShare"] = Math.Round(PhoneShare, 3),
        ["seconds"] = new JsonObject { ["p50"] = Math.Round(_seconds.Order().ElementAt(_seconds.Count / 2), 2), ["max"] = Math.Round(SlowestSeconds, 2) },
    };
}
