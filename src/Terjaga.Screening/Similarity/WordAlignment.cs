namespace Terjaga.Screening.Similarity;

/// <summary>Finds runs of equal words of two texts, also where their order changed.</summary>
/// <remarks>Greedy tiling by longest runs from left to right: Wise 1993, "String similarity via greedy string tiling". Linear in the words.</remarks>
internal static class WordAlignment
{
    /// <summary>Places of a pair of words in the first text that are tried; more would be asked for by repeated words only.</summary>
    private const int MaxTried = 8;

    /// <summary>Words around a paired one in which single ones are paired too, as between two figures that were changed.</summary>
    private const int Reach = 4;

    /// <summary>For each word of the second text its word in the first; -1 where it has none. No word is paired twice.</summary>
    public static int[] Of(int[] first, int[] second)
    {
        var partners = new int[second.Length];
        Array.Fill(partners, -1);
        var isTaken = new bool[first.Length];
        var places = PlacesOfPairs(first);
        for (var at = 0; at + 1 < second.Length;)
        {
            var (best, longest) = (-1, 1);
            foreach (var place in places.GetValueOrDefault((second[at], second[at + 1])) ?? [])
            {
                var length = Run(first, second, place, at, isTaken);
                (best, longest) = length > longest ? (place, length) : (best, longest);
            }

            for (var i = 0; i < longest && best >= 0; i++)
                Pair(best + i, at + i);
            at += longest;
        }

        // What stands before both texts and behind both is paired, too.
        Around(-1, -1);
        for (var at = 0; at < second.Length; at++)
        {
            if (partners[at] >= 0)
                Around(partners[at], at);
        }

        Around(first.Length, second.Length);
        return partners;

        void Pair(int inFirst, int inSecond) => (partners[inSecond], isTaken[inFirst]) = (inFirst, true);

        void Around(int inFirst, int inSecond)
        {
            for (var step = -Reach; step <= Reach; step++)
            {
                var (one, other) = (inFirst + step, inSecond + step);
                if (one >= 0 && one < first.Length && other >= 0 && other < second.Length && partners[other] < 0 && !isTaken[one] && first[one] == second[other])
                    Pair(one, other);
            }
        }
    }

    private static Dictionary<(int, int), List<int>> PlacesOfPairs(int[] words)
    {
        var places = new Dictionary<(int, int), List<int>>();
        for (var at = 0; at + 1 < words.Length; at++)
        {
            var key = (words[at], words[at + 1]);
            if (!places.TryGetValue(key, out var found))
                places[key] = found = [];
            if (found.Count < MaxTried)
                found.Add(at);
        }

        return places;
    }

    private static int Run(int[] first, int[] second, int place, int at, bool[] isTaken)
    {
        var length = 0;
        while (place + length < first.Length && at + length < second.Length && !isTaken[place + length] && first[place + length] == second[at + length])
            length++;
        return length;
    }
}
