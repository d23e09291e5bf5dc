namespace Terjaga.Screening.Images.Pdq;

/// <summary>
/// Which bits of the hash make a slot. Two hashes that differ in at most r bits differ in at most r/m in one of m slots
/// (pigeonholes), so it is enough to look up the values near that of the query in each slot.
/// </summary>
/// <param name="Widths">Of each slot, in bits. Bits that are in no slot do no harm.</param>
/// <remarks>Multi-index hashing: Norouzi, Punjani, Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", 2014.</remarks>
internal sealed record SlotPlan(IReadOnlyList<int> Widths)
{
    /// <summary>Most bits that are changed in a slot; beyond, a scan is quicker.</summary>
    public const int MaxChanged = 3;

    /// <summary>Slots that are considered, and bits of each: a slot needs 4 bytes for every value it can have.</summary>
    private const int MinSlots = 6, MaxSlots = 32, MinWidth = 6, MaxWidth = 25;

    /// <summary>A hash that is looked at costs as much as this many values that are looked up (measured: two reads of memory instead of one).</summary>
    private const double HashCost = 1.5;

    /// <summary>The plan with the least work for a search within <see cref="PdqHash.AlikeRadius"/> bits.</summary>
    /// <param name="count">Of the hashes.</param>
    public static SlotPlan For(int count) => Enumerable.Range(MinSlots, MaxSlots - MinSlots + 1)
        .Select(slots => Spread(slots, count)).MinBy(plan => plan.Work(PdqHash.AlikeRadius, count))
        ?? throw new InvalidOperationException("There is always a plan.");

    /// <summary>Bits of a slot that may differ; below 0 if the slot need not be asked.</summary>
    public static int ChangedIn(int slot, int slots, int radius) => slot <= radius % slots ? radius / slots : (radius / slots) - 1;

    /// <summary>How many values differ from another in at most so many bits.</summary>
    public static int Volume(int width, int changed)
    {
        var (volume, choices) = (0, 1);
        for (var bits = 0; bits <= changed; bits++)
        {
            volume += choices;
            choices = choices * (width - bits) / (bits + 1);
        }

        return volume;
    }

    /// <summary>Values that a search looks up, and what hashes it looks at, counted alike; infinite where it cannot be done so.</summary>
    public double Work(int radius, int count) => Widths
        .Select((width, slot) => WorkOf(width, ChangedIn(slot, Widths.Count, radius), count)).Sum();

    /// <summary>All values that differ from 0 in at most <see cref="MaxChanged"/> bits, fewest first.</summary>
    public static int[] Changes(int width) => [.. Enumerable.Range(0, MaxChanged + 1).SelectMany(bits => OfBits(width, bits))];

    private static IEnumerable<int> OfBits(int width, int bits) => bits == 0 ? [0]
        : Enumerable.Range(0, width).SelectMany(top => OfBits(top, bits - 1).Select(rest => rest | (1 << top)));

    private static double WorkOf(int width, int changed, int count) => changed switch
    {
        < 0 => 0,
        > MaxChanged => double.PositiveInfinity,
        _ => Volume(width, changed) * (1 + (HashCost * count / (1 << width))),
    };

    /// <summary>Gives bit after bit to the slot to which it brings the most.</summary>
    private static SlotPlan Spread(int slots, int count)
    {
        var widths = new int[slots];
        Array.Fill(widths, MinWidth);
        for (var left = PdqHash.BitCount - (slots * MinWidth); left > 0; left--)
        {
            var (best, most) = (-1, 0.0);
            for (var slot = 0; slot < slots; slot++)
            {
                var changed = ChangedIn(slot, slots, PdqHash.AlikeRadius);
                var gain = WorkOf(widths[slot], changed, count) - WorkOf(widths[slot] + 1, changed, count);
                if (gain > most && widths[slot] < MaxWidth)
                    (best, most) = (slot, gain);
            }

            if (best < 0)
                break;
            widths[best]++;
        }

        return new SlotPlan(widths);
    }
}
