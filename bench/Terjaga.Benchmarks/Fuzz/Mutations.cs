namespace Terjaga.Benchmarks.Fuzz;

/// <summary>Changes bytes at random, a few changes at a time; the same numbers give the same changes.</summary>
/// <param name="words">Put in now and then: what the engine knows.</param>
internal sealed class Mutations(Random random, IReadOnlyList<string> words)
{
    /// <summary>Longest input that is made, in bytes; longer ones find nothing new and take the time of many.</summary>
    public const int MaxLength = 1_024;

    /// <summary>Most changes at a time.</summary>
    private const int MaxChanges = 8;

    /// <summary>Longest piece that is moved or repeated, in bytes.</summary>
    private const int MaxPiece = 64;

    /// <param name="other">A second input, of which a piece is taken now and then.</param>
    public byte[] Change(byte[] input, byte[] other)
    {
        var bytes = new List<byte>(input.Length == 0 ? [0] : input);
        for (var changes = random.Next(MaxChanges) + 1; changes > 0; changes--)
            ChangeOnce(bytes, other);
        return bytes.Count <= MaxLength ? [.. bytes] : [.. bytes[..MaxLength]];
    }

    private void ChangeOnce(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(9))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(random.Next(MaxPiece), bytes.Count - at));
                break;
            case 4:
                bytes.InsertRange(at, Piece([.. bytes]));
                break;
            case 5:
                bytes.InsertRange(at, Piece(other));
                break;
            case 6:
                Repeat(bytes, at);
                break;
            default:
                bytes.InsertRange(Math.Max(1, at), HostileInput.Like([.. bytes], words[random.Next(words.Count)]));
                break;
        }

        if (bytes.Count == 0)
            bytes.Add(0);
    }

    private byte[] Piece(byte[] of)
    {
        if (of.Length == 0)
            return [];
        var start = random.Next(of.Length);
        return of[start..Math.Min(of.Length, start + random.Next(MaxPiece) + 1)];
    }

    private void Repeat(List<byte> bytes, int at)
    {
        var piece = bytes[at..Math.Min(bytes.Count, at + random.Next(MaxPiece) + 1)];
        for (var times = random.Next(20); times > 0 && bytes.Count < MaxLength; times--)
            bytes.InsertRange(at, piece);
    }
}
