namespace Terjaga.Screening.Identifiers;

/// <summary>Digits that stand together, however they are written.</summary>
/// <param name="Start">In the reading form.</param>
/// <param name="Token">The word that they stand in.</param>
/// <param name="Value">The digits as a number; leading zeros are told by <paramref name="Count"/>.</param>
/// <param name="IsQuantity">Whether a unit such as <c>jt</c> is joined to them.</param>
internal readonly record struct DigitGroup(int Start, int End, int Token, long Value, int Count, bool IsSpelled, bool IsQuantity)
{
    /// <summary>Most digits of a group that is read; a longer one is no number of anybody.</summary>
    public const int MaxCount = 18;

    private static readonly long[] _powers = [.. Enumerable.Range(0, MaxCount + 1).Select(n => (long)Math.Pow(10, n))];

    /// <summary>Appends the digits to a buffer; the number of digits then in it, or -1 where they do not fit.</summary>
    public int CopyTo(Span<char> buffer, int at)
    {
        if (Count > MaxCount || at + Count > buffer.Length)
            return -1;
        for (var i = 0; i < Count; i++)
            buffer[at + i] = (char)('0' + (Value / _powers[Count - 1 - i] % 10));
        return at + Count;
    }

    /// <summary>The first digit.</summary>
    public char First => Count > MaxCount ? '9' : (char)('0' + (Value / _powers[Count - 1]));
}
