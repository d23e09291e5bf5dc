namespace Terjaga.Screening.Identifiers;

/// <summary>Reads the scheme before a host, disguises such as hxxp undone.</summary>
internal static class Schemes
{
    private static readonly string[] _separators = ["://", "[://]", "[:]//", "(:)//", ":\\\\", ": //", "[:// ]"];

    /// <summary>The scheme with its slashes; null where none stands before the host.</summary>
    /// <param name="start">Where the scheme begins; the host where there is none.</param>
    public static string? Before(ReadOnlySpan<char> text, int host, out int start)
    {
        start = host;
        foreach (var separator in _separators)
        {
            if (!text[..host].EndsWith(separator))
                continue;
            var end = host - separator.Length;
            var begin = end;
            while (begin > 0 && end - begin < 6 && (char.IsAsciiLetter(text[begin - 1]) || text[begin - 1] == '*'))
                begin--;
            if (Read(text[begin..end]) is not { } scheme)
                return null;
            start = begin;
            return scheme;
        }

        return null;
    }

    /// <remarks>The two letters in the middle are what is exchanged.</remarks>
    private static string? Read(ReadOnlySpan<char> letters) => letters switch
    {
        ['h' or 'H', _, _, 'p' or 'P'] => "http://",
        ['h' or 'H', _, _, 'p' or 'P', 's' or 'S'] => "https://",
        _ => null,
    };
}
