using System.Globalization;
using System.Text.RegularExpressions;

namespace Terjaga.Benchmarks.Fuzz;

/// <summary>Texts that mean the engine ill, written by hand: one a line, <c>\uXXXX</c> for a character, <c>*N </c> before what is repeated.</summary>
internal static partial class Seeds
{
    /// <param name="folder">With the files of seeds.</param>
    public static IReadOnlyList<string> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)
            .Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    public static string Parse(string line)
    {
        var repeated = Repeated().Match(line);
        var piece = Escape().Replace(
            line[repeated.Length..], match => ((char)ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return repeated.Success
            ? string.Concat(Enumerable.Repeat(piece, int.Parse(repeated.Groups[1].ValueSpan, CultureInfo.InvariantCulture)))
            : piece;
    }

    [GeneratedRegex(@"^\*(\d{1,6}) ")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}
