namespace Terjaga.Screening.Similarity;

/// <summary>A run of letters and digits in a reading form.</summary>
/// <param name="IsAfterBreak">Whether a sign, a link or a line break stands between it and the piece before.</param>
internal readonly record struct Piece(int Start, int End, bool IsAfterBreak)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> In(string reading) => reading.AsSpan(Start, End - Start);
}
