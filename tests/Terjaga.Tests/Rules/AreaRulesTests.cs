using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

public sealed partial class AreaRulesTests
{
    private static readonly string[] _noDesk =
        ["System.IO", "System.Net", "Microsoft.EntityFrameworkCore", "TimeProvider", "DateTime", "Stopwatch", "File.", "Directory.", "Random"];

    [Fact]
    public void Every_area_uses_only_those_that_the_table_lets_it_use() =>
        Assert.Empty(SourceFile.Read("src/Terjaga", ".cs").Where(file => file.Area is not null).SelectMany(AreaTable.Violations));

    [Fact]
    public void Every_folder_of_the_product_is_in_the_table() => Assert.Empty(AreaTable.Strangers(
        Directory.GetDirectories(Path.Combine(SharedFolder.Root, "src", "Terjaga")).Select(Path.GetFileName).OfType<string>()
            .Where(folder => folder is not ("bin" or "obj"))));

    [Fact]
    public void The_table_has_no_cycle_and_names_only_its_own_rows()
    {
        Assert.DoesNotContain(AreaTable.MayUse.Keys, area => AreaTable.LeadsBack(AreaTable.MayUse, area));
        Assert.Subset(AreaTable.MayUse.Keys.ToHashSet(), AreaTable.MayUse.Values.SelectMany(used => used).ToHashSet());
    }

    [Fact]
    public void The_page_of_the_architecture_shows_the_same_table()
    {
        var page = SourceFile.Open("docs/architecture.md").Text;

        Assert.All(AreaTable.MayUse, row => Assert.Contains(
            $"| {row.Key} | {(row.Value.Length == 0 ? "-" : string.Join(", ", row.Value))} |", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Accounts", "using Terjaga.Casework;", "Casework")]
    [InlineData("Privacy", "var x = Terjaga.Intake.Receipt.Draw();", "Intake")]
    [InlineData("Evidence", "Casework.CaseState state = default;", "Casework")]
    [InlineData("Evidence", "using Terjaga.Screening;", "Screening")]
    [InlineData("Common", "using static Terjaga.Accounts.Duty;", "Accounts")]
    [InlineData("Takedown", "using Kept = Terjaga.Intake.Report;", "Intake")]
    public void A_planted_use_of_a_forbidden_area_is_caught(string area, string code, string used) => Assert.Equal(
        [$"src/Terjaga/{area}/Planted.cs uses {used}"],
        AreaTable.Violations(new SourceFile($"src/Terjaga/{area}/Planted.cs", code)));

    [Theory]
    [InlineData("Evidence", "using Terjaga.Screening.Images;")]
    [InlineData("Evidence", "using Terjaga.Screening.Images.Pdq;")]
    [InlineData("Evidence", "using Terjaga.Common.Http; // as Terjaga.Casework does")]
    [InlineData("Casework", "var band = input.Screening.Band; var text = \"Terjaga.Intake.Report\";")]
    public void What_is_allowed_passes(string area, string code) =>
        Assert.Empty(AreaTable.Violations(new SourceFile($"src/Terjaga/{area}/Planted.cs", code)));

    [Fact]
    public void A_planted_cycle_and_a_planted_folder_are_caught()
    {
        var table = new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] };

        Assert.True(AreaTable.LeadsBack(table, "A"));
        Assert.False(AreaTable.LeadsBack(table, "D"));
        Assert.Equal(["Helpers"], AreaTable.Strangers(["Accounts", "Common", "Migrations", "Helpers"]));
    }

    [Fact]
    public void The_engine_uses_nothing_but_itself()
    {
        Assert.Empty(SourceFile.Read("src/Terjaga.Screening", ".cs").SelectMany(Worldly));
        Assert.DoesNotContain("ProjectReference", SourceFile.Open("src/Terjaga.Screening/Terjaga.Screening.csproj").Text, StringComparison.Ordinal);
        Assert.Equal(3, Worldly(new("x.cs", "using System.IO; using Terjaga.Common; var now = DateTime.UnixEpoch;")).Count());
    }

    [Fact]
    public void The_product_knows_no_web_server()
    {
        Assert.Empty(SourceFile.Read("src/Terjaga", ".cs").Where(file => IsOfTheWeb(file.Code)).Select(file => file.Path));
        Assert.DoesNotContain("FrameworkReference", SourceFile.Open("src/Terjaga/Terjaga.csproj").Text, StringComparison.Ordinal);
        Assert.True(IsOfTheWeb("using Microsoft.AspNetCore.Http;"));
        Assert.False(IsOfTheWeb("using Microsoft.AspNetCore.Identity;"));
    }

    [Fact]
    public void Only_tests_see_the_inside_of_the_product_and_no_project_file_hides_a_use()
    {
        // The engine and the custody log are also measured step by step: their benchmarks see what their tests see.
        const string measured = "<InternalsVisibleTo Include=\"Terjaga.Benchmarks\" />";
        var projects = SourceFile.Read("src", ".csproj");

        Assert.All(projects, project => Assert.Empty(InsiderPattern().Matches(
            project.Path is "src/Terjaga.Screening/Terjaga.Screening.csproj" or "src/Terjaga/Terjaga.csproj" ? project.Text.Replace(measured, "", StringComparison.Ordinal) : project.Text)));
        Assert.NotEmpty(InsiderPattern().Matches(measured));
        Assert.NotEmpty(InsiderPattern().Matches("<InternalsVisibleTo Include=\"Terjaga.App\" />"));
        Assert.NotEmpty(InsiderPattern().Matches("<Using Include=\"Terjaga.Casework\" />"));
    }

    private static IEnumerable<string> Worldly(SourceFile file) =>
        _noDesk.Where(word => Regex.IsMatch(file.Code, @"(?<![\w.])" + Regex.Escape(word))).Append(ForeignPattern().Match(file.Code).Value)
            .Where(found => found.Length > 0).Select(found => $"{file.Path}: {found}");

    private static bool IsOfTheWeb(string code) => WebPattern().IsMatch(code);

    [GeneratedRegex(@"\bTerjaga\.(?!Screening\b)\w+")]
    private static partial Regex ForeignPattern();

    [GeneratedRegex(@"\bMicrosoft\.AspNetCore\.(?!Identity\b)")]
    private static partial Regex WebPattern();

    [GeneratedRegex("""InternalsVisibleTo Include="(?!Terjaga\.Tests")|<Using Include="Terjaga\.(?!Common")""")]
    private static partial Regex InsiderPattern();
}
