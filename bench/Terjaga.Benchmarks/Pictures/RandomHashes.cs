using System.Runtime.InteropServices;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Benchmarks.Pictures;

/// <summary>Hashes drawn at random, and such as somebody asks for: one in ten is an indexed one with 0 to 31 bits changed.</summary>
internal static class RandomHashes
{
    private const int OneIn = 10;

    public static PdqEntry[] Entries(int count, Random random)
    {
        var entries = new PdqEntry[count];
        for (var id = 0; id < count; id++)
            entries[id] = new PdqEntry(id, Any(random));
        return entries;
    }

    public static PdqHash[] Queries(PdqEntry[] entries, int count, Random random) => [.. Enumerable.Range(0, count).Select(
        number => number % OneIn == 0 ? Near(entries[random.Next(entries.Length)].Hash, random) : Any(random))];

    private static PdqHash Any(Random random)
    {
        var hash = default(PdqHash);
        random.NextBytes(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref hash, 1)));
        return hash;
    }

    private static PdqHash Near(PdqHash hash, Random random)
    {
        var words = MemoryMarshal.Cast<PdqHash, ulong>(MemoryMarshal.CreateSpan(ref hash, 1));
        var bits = Enumerable.Range(0, PdqHash.BitCount).ToArray();
        random.Shuffle(bits);
        foreach (var bit in bits.Take(random.Next(PdqHash.AlikeRadius + 1)))
            words[bit / 64] ^= 1UL << (bit % 64);
        return hash;
    }
}
