using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

public sealed class WalkRulesTests
{
    /// <summary>From the form to the row, most files of an area that a reader opens; what all areas share is not counted.</summary>
    private const int MostFiles = 6;

    /// <summary>"Report a link", file by file; each names what leads to the next one. Change it together with docs/architecture.md.</summary>
    private static readonly (string File, string LeadsOn)[] _walk =
    [
        ("src/Terjaga.App/Intake/ReportPage.razor", "action=\"/lapor\""),
        ("src/Terjaga.App/Intake/IntakePages.cs", "MapPost\\(\"/lapor\"[^;]*;[\\s\\S]*ReportForm\\.ReadAsync"),
        ("src/Terjaga.App/Intake/ReportForm.cs", "\\bSubmitReport\\.Input\\b"),
        ("src/Terjaga/Intake/SubmitReport.cs", "\\bReportReading\\.Read\\([\\s\\S]*\\bReport\\.Receive\\("),
        ("src/Terjaga/Intake/ReportReading.cs", "\\bWebAddress\\.Parse\\("),
        ("src/Terjaga/Intake/Report.cs", "INSERT INTO reports\\b"),
    ];

    [Fact]
    public void From_the_form_to_the_row_it_is_six_files_at_most()
    {
        Assert.InRange(_walk.Length, 1, MostFiles);
        Assert.All(_walk, step => Assert.True(LeadsOn(SourceFile.Open(step.File), step.LeadsOn), $"{step.File} no longer leads on."));
    }

    [Fact]
    public void The_page_of_the_architecture_walks_the_same_way()
    {
        var page = SourceFile.Open("docs/architecture.md").Text;
        var places = _walk.Select(step => page.IndexOf($"`{step.File}`", StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_planted_detour_is_caught() =>
        Assert.False(LeadsOn(new("x.cs", "new ReportSubmissionManager().Run()"), _walk[2].LeadsOn));

    private static bool LeadsOn(SourceFile file, string pattern) => Regex.IsMatch(file.Text, pattern);
}
