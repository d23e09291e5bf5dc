using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

public sealed partial class SizeRulesTests
{
    /// <summary>Lines of a file: of the middle one, of nine in ten, and of the longest.</summary>
    private const int Median = 50, NineOfTen = 120, Longest = 300;

    /// <summary>Lines of a method, between its braces.</summary>
    private const int LongestMethod = 40;

    [Fact]
    public void Most_files_are_short_and_none_is_long()
    {
        var files = SourceFile.Read("src", ".cs", ".razor").OrderBy(LinesOf).ToList();

        Assert.InRange(LinesOf(files[files.Count / 2]), 1, Median);
        Assert.InRange(LinesOf(files[files.Count * 9 / 10]), 1, NineOfTen);
        Assert.Empty(files.Where(file => LinesOf(file) > Longest).Select(file => file.Path));
    }

    [Fact]
    public void No_test_file_is_long() => Assert.Empty(
        SourceFile.Read("tests", ".cs").Where(file => LinesOf(file) > Longest).Select(file => file.Path));

    [Fact]
    public void No_method_is_long() => Assert.Empty(SourceFile.Read("src", ".cs").SelectMany(LongBlocks));

    [Fact]
    public void A_planted_long_method_is_caught_and_a_long_type_is_not()
    {
        var lines = string.Concat(Enumerable.Repeat("        Do();\n", LongestMethod + 1));

        Assert.Equal(["x.cs:3"], LongBlocks(new("x.cs", $"class A\n{{\n    void B(\n        int c)\n    {{\n{lines}    }}\n}}\n")));
        Assert.Empty(LongBlocks(new("x.cs", $"sealed class A(\n    int b)\n    : C\n{{\n{lines}}}\n")));
    }

    private static int LinesOf(SourceFile file) => file.Text.AsSpan().Count('\n');

    /// <summary>Where a block that is no type begins, if it has too many lines. The formatter keeps each brace on a line of its own.</summary>
    private static IEnumerable<string> LongBlocks(SourceFile file)
    {
        var lines = file.Text.Split('\n');
        for (var open = 0; open < lines.Length; open++)
        {
            if (lines[open].Trim() != "{")
                continue;
            var close = Array.FindIndex(lines, open, line => line.StartsWith(lines[open].Replace('{', '}'), StringComparison.Ordinal));
            var head = HeadOf(lines, open);
            if (close - open - 1 > LongestMethod && !TypePattern().IsMatch(string.Join(' ', lines[head..open])))
                yield return $"{file.Path}:{head + 1}";
        }
    }

    /// <summary>The first line of the declaration that ends above the brace.</summary>
    private static int HeadOf(string[] lines, int open)
    {
        var head = open - 1;
        while (head > 0 && lines[head - 1].Trim() is { Length: > 0 } above && !EndPattern().IsMatch(above))
            head--;
        return head;
    }

    [GeneratedRegex(@"\b(class|record|struct|interface|enum|extension|namespace)\b")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"^//|^\[.*\]$|[;{}]$")]
    private static partial Regex EndPattern();
}
