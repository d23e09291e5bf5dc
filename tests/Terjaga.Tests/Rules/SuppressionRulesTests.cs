using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

public sealed partial class SuppressionRulesTests
{
    [Fact]
    public void Whoever_silences_a_warning_says_why()
    {
        Assert.Empty(SourceFile.Read("src", ".cs").SelectMany(Silent));
        Assert.Empty(SourceFile.Read("tests", ".cs").Where(file => !file.Path.Contains("/Rules/", StringComparison.Ordinal)).SelectMany(Silent));
        Assert.Empty(SourceFile.Read("bench", ".cs").SelectMany(Silent));
    }

    [Theory]
    [InlineData("#pragma warning disable CA1031")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1031\")]")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1031\", Justification = \"\")]")]
    public void A_planted_silence_without_a_reason_is_caught(string line) =>
        Assert.Equal([$"x.cs: {line}"], Silent(new("x.cs", line + "\nint x;")));

    [Theory]
    [InlineData("#pragma warning disable CA1031 // Because the workers go on.")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1031\", Justification = \"Because the workers go on.\")]")]
    public void A_silence_with_its_reason_passes(string line) => Assert.Empty(Silent(new("x.cs", line)));

    private static IEnumerable<string> Silent(SourceFile file) => SilencePattern().Matches(file.Text)
        .Select(match => match.Value.Trim()).Where(line => !ReasonPattern().IsMatch(line)).Select(line => $"{file.Path}: {line}");

    [GeneratedRegex(@"#pragma warning disable[^\n]*|\[(?:\w+: ?)?SuppressMessage\([^\n]*")]
    private static partial Regex SilencePattern();

    [GeneratedRegex("""// \w.{9,}|Justification = "\w[^"]{9,}""")]
    private static partial Regex ReasonPattern();
}
