using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Model;

/// <summary>
/// What the linear model sees of a text: each word, each pair of neighbours, and runs of four and five characters within a
/// word with its borders; all hashed, so that no word list is needed. Figures are read as their shape alone.
/// </summary>
/// <remarks>
/// The hashing trick: Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning". Words and runs are two
/// blocks, told apart by the lowest bit of the hash, because each is brought to length one by itself (docs/quality.md).
/// </remarks>
internal static class Features
{
    private const uint Multiplier = 0x9E3779B1;

    private const uint WordSeed = 0x2545F491;

    private const uint PairSeed = 0x85EBCA77;

    private const char Border = '_';

    private const char Digit = '0';

    private const int ShortRun = 4;

    private const int LongRun = 5;

    public static bool IsRun(uint feature) => (feature & 1) != 0;

    public static void Read(string text, List<Word> words, Vocabulary vocabulary, FeatureList features)
    {
        features.Clear();
        Span<char> buffer = stackalloc char[Spelling.MaxLength + 2];
        var before = 0u;
        foreach (var word in words)
        {
            var meant = word.Number >= 0 ? vocabulary[word.Number] : word.Meant ?? text.AsSpan(word.Start, word.End - word.Start);
            var bordered = Bordered(meant, buffer);
            var hash = Hash(bordered[1..^1]);
            features.Add(Finish(hash ^ WordSeed) & ~1u);
            if (before != 0 && !word.AfterBreak)
                features.Add(Finish((before * PairSeed) + hash) & ~1u);
            AddRuns(bordered, features);
            features.EndWord();
            before = hash;
        }
    }

    private static ReadOnlySpan<char> Bordered(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = Math.Min(word.Length, Spelling.MaxLength);
        buffer[0] = Border;
        for (var i = 0; i < length; i++)
            buffer[i + 1] = char.IsAsciiDigit(word[i]) ? Digit : word[i];
        buffer[length + 1] = Border;
        return buffer[..(length + 2)];
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 1u;
        foreach (var c in word)
            hash = (hash ^ c) * Multiplier;
        return hash;
    }

    private static void AddRuns(ReadOnlySpan<char> word, FeatureList features)
    {
        for (var at = 0; at + ShortRun <= word.Length; at++)
        {
            var hash = Hash(word.Slice(at, ShortRun));
            features.Add(Finish(hash) | 1u);
            if (at + LongRun <= word.Length)
                features.Add(Finish((hash ^ word[at + ShortRun]) * Multiplier) | 1u);
        }
    }

    /// <summary>Spreads a hash over all bits: the finishing step of MurmurHash3.</summary>
    private static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }
}
