using System.Security.Cryptography;

namespace Terjaga.Intake;

/// <summary>
/// What a reporter keeps instead of an account: 24 characters, 120 random bits, in Crockford's base 32. Whoever has it
/// sees the outcome, so the desk stores only a keyed hash of it.
/// </summary>
public sealed record Receipt
{
    /// <summary>Random bits, in bytes.</summary>
    public const int LengthBytes = 15;

    /// <summary>Characters without the hyphens.</summary>
    public const int Length = LengthBytes * 8 / BitsPerCharacter;

    /// <summary>Characters between two hyphens.</summary>
    public const int GroupLength = 4;

    private const int BitsPerCharacter = 5;

    /// <remarks>Without I, L, O and U: Crockford, "Base 32", https://www.crockford.com/base32.html.</remarks>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Longest text that is read as a receipt, in characters; leaves room for spaces and hyphens.</summary>
    private const int MaxTypedLength = 100;

    private readonly string _characters;

    private Receipt(string characters) => _characters = characters;

    /// <summary>As shown: six groups of four, with hyphens.</summary>
    public string Text => string.Join('-', _characters.Chunk(GroupLength).Select(group => new string(group)));

    public static Receipt Draw() => Write(RandomNumberGenerator.GetBytes(LengthBytes));

    /// <summary>Writes the first 120 bits.</summary>
    public static Receipt Write(ReadOnlySpan<byte> bits)
    {
        Span<char> characters = stackalloc char[Length];
        var (held, count, next) = (0, 0, 0);
        foreach (var value in bits[..LengthBytes])
        {
            held = (held << 8) | value;
            for (count += 8; count >= BitsPerCharacter; count -= BitsPerCharacter)
                characters[next++] = Alphabet[(held >> (count - BitsPerCharacter)) & 31];
        }

        return new Receipt(new string(characters));
    }

    /// <summary>
    /// Reads a receipt as typed: any case, with or without hyphens and spaces, O for 0, I and L for 1.
    /// Null if it cannot be one.
    /// </summary>
    public static Receipt? Parse(string? typed)
    {
        if (typed is null || typed.Length > MaxTypedLength)
            return null;

        var characters = typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013'))
            .Select(Read).ToArray();
        return characters.Length == Length && characters.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
            ? new Receipt(new string(characters))
            : null;
    }

    /// <summary>Never the receipt itself: a value that is logged by mistake must open nothing.</summary>
    public override string ToString() => "(receipt)";

    private static char Read(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };
}
