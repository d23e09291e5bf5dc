using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

public sealed partial class LoggingRulesTests
{
    /// <summary>
    /// Identifiers, counts, and words of our own code. A name that is not here may be a person's: add it only if its
    /// value can never be a name, a number, a link or a story.
    /// </summary>
    private static readonly HashSet<string> _allowed =
    [
        "ReportId", "CaseFileId", "OrderId", "OfficerId", "RecipientId", "ItemId", "WorkId",
        "Attempt", "Count", "Pictures", "HasLink",
        "Kind", "Step", "Incident", "Endpoint",
    ];

    [Fact]
    public void Logs_hold_identifiers_and_counts_only()
    {
        var templates = SourceFile.Read("src", ".cs").SelectMany(file => TemplatesIn(file.Text)).ToList();

        Assert.NotEmpty(templates);
        Assert.Empty(templates.SelectMany(PlacesIn).Except(_allowed));
    }

    [Fact]
    public void Logs_are_written_by_generated_methods_only() => Assert.Empty(
        SourceFile.Read("src", ".cs", ".razor").Where(file => DirectPattern().IsMatch(file.Code)).Select(file => file.Path));

    [Fact]
    public void A_planted_link_in_a_log_is_caught()
    {
        var planted = TemplatesIn("[LoggerMessage(LogLevel.Information, \"Report {ReportId} of {Link}\")]\nvoid Log();").ToList();

        Assert.Equal(["Link"], planted.SelectMany(PlacesIn).Except(_allowed));
        Assert.Matches(DirectPattern(), "logger.LogInformation(text);");
    }

    private static IEnumerable<string> TemplatesIn(string text) =>
        TemplatePattern().Matches(text).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> PlacesIn(string template) =>
        PlacePattern().Matches(template).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""\[LoggerMessage\(.*?"(.*?)"\s*\)\]""", RegexOptions.Singleline)]
    private static partial Regex TemplatePattern();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(\s*(?!Level)")]
    private static partial Regex DirectPattern();
}
