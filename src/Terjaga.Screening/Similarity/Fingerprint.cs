using System.Buffers;
using System.Runtime.InteropServices;

namespace Terjaga.Screening.Similarity;

/// <summary>What an index keeps of a text, of the same size for each: enough to find its copies and to guess how alike they are.</summary>
public sealed class Fingerprint
{
    private Fingerprint(byte[] sketch, uint[] keys) => (Sketch, Keys) = (sketch, keys);

    /// <summary>Of the shingles of letters: see <see cref="LetterSketch"/>.</summary>
    internal byte[] Sketch { get; }

    /// <summary>Of the pairs of words: see <see cref="PairKeys"/>. None where the text is no copy of anything.</summary>
    internal uint[] Keys { get; }

    /// <summary>Whether the text says enough to be found as a copy.</summary>
    public bool IsTelling => Keys.Length > 0;

    /// <summary>Longest form to keep, in bytes.</summary>
    public const int MaxBytes = LetterSketch.Length + (PairKeys.Most * sizeof(uint));

    /// <summary>The form to keep; empty for a text that is not telling.</summary>
    public byte[] ToBytes() => IsTelling ? [.. Sketch, .. MemoryMarshal.AsBytes<uint>(Keys)] : [];

    /// <summary>Reads what <see cref="ToBytes"/> wrote. Throws <see cref="ArgumentException"/> for anything else.</summary>
    public static Fingerprint FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return new Fingerprint(new byte[LetterSketch.Length], []);
        if (bytes.Length is <= LetterSketch.Length or > MaxBytes || bytes.Length % sizeof(uint) != 0)
            throw new ArgumentException("No fingerprint.", nameof(bytes));
        return new Fingerprint(bytes[..LetterSketch.Length].ToArray(), MemoryMarshal.Cast<byte, uint>(bytes[LetterSketch.Length..]).ToArray());
    }

    public static Fingerprint Of(MaskedText text)
    {
        var sketch = new byte[LetterSketch.Length];
        if (!CommonWords.IsTelling(text))
            return new Fingerprint(sketch, []);
        var hashes = ArrayPool<ulong>.Shared.Rent(text.Text.Length + 1);
        try
        {
            LetterSketch.Fill(hashes.AsSpan(0, ShingleHashes.Letters(text.Text, hashes)), sketch);
            return new Fingerprint(sketch, PairKeys.Of(hashes.AsSpan(0, ShingleHashes.Pairs(text.Text, hashes))));
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(hashes);
        }
    }
}
