using System.Globalization;

namespace Terjaga.Screening.Identifiers;

/// <summary>Finds ages, as <c>usia 18-35</c> or <c>umur 16 tahun</c>.</summary>
internal static class AgeFinder
{
    /// <summary>Ages of people who work or are made to.</summary>
    private const int Min = 5, Max = 70;

    public static List<AgeRange> Find(Post post)
    {
        var ages = new List<AgeRange>();
        for (var i = 0; i < post.Cues.Count; i++)
        {
            var cue = post.Cues[i];
            if (cue.Kind != WordKind.Age)
                continue;
            int? first = null, last = null;
            for (var token = cue.LastToken + 1; token <= cue.LastToken + 5 && token < post.Tokens.Count && !post.EndsAfter(token - 1); token++)
            {
                if (!int.TryParse(post.Word(token), NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < Min or > Max)
                    continue;
                (first, last) = first is null ? (years, years) : (first, years);
            }

            if (first is not null && new AgeRange(first, last) is var range && !ages.Contains(range))
                ages.Add(range);
        }

        return ages;
    }
}
