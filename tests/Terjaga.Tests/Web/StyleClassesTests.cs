using System.Text.RegularExpressions;

namespace Terjaga.Tests.Web;

/// <summary>One design system: what a page names, the sheet styles, and the sheet styles nothing else.</summary>
public sealed partial class StyleClassesTests
{
    private static readonly string _app = Path.Combine(SharedFolder.Root, "src", "Terjaga.App");

    [Fact]
    public void Every_class_of_a_page_is_in_the_sheet_and_every_class_of_the_sheet_is_on_a_page()
    {
        var styled = Directory.EnumerateFiles(Path.Combine(_app, "wwwroot"), "*.css").SelectMany(sheet => Styled(File.ReadAllText(sheet))).ToHashSet();
        var named = Directory.EnumerateFiles(_app, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Named(File.ReadAllText(file))).ToHashSet();

        Assert.NotEmpty(named);
        Assert.Equal(styled.Order(), named.Order());
    }

    [Fact]
    public void A_class_is_found_wherever_it_is_written()
    {
        Assert.Equal(
            ["planted", "two", "wide", "public", "desk"],
            Named("""<p class="planted two"><p class="@(IsWide ? "wide" : null)"><Document Class="@(A(b) ? "public" : "desk")"><p class="@Class">"""));
        Assert.Equal(
            ["planted", "in", "card"],
            Styled("/* .not-this */ .planted .in, li:not(.card) { margin: 1.5rem .94em; }"));
    }

    private static IEnumerable<string> Named(string page) => AttributePattern().Matches(page)
        .Select(match => match.Groups[1].Value)
        .SelectMany(value => value.StartsWith('@')
            ? LiteralPattern().Matches(value).SelectMany(literal => literal.Groups[1].Value.Split(' '))
            : value.Split(' '))
        .Distinct();

    private static IEnumerable<string> Styled(string sheet) => ClassPattern()
        .Matches(CommentPattern().Replace(sheet, "")).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>The value of a class attribute: plain, or an expression with strings of its own inside.</summary>
    [GeneratedRegex("\\b[cC]lass=\"(@\\((?:[^()]|\\([^()]*\\))*\\)|[^\"]*)\"")]
    private static partial Regex AttributePattern();

    [GeneratedRegex("\"([a-z -]+)\"")]
    private static partial Regex LiteralPattern();

    [GeneratedRegex(@"\.([a-z][a-z-]*)")]
    private static partial Regex ClassPattern();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();
}
