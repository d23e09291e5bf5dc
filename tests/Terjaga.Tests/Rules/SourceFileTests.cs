namespace Terjaga.Tests.Rules;

public sealed class SourceFileTests
{
    [Fact]
    public void A_comment_and_a_string_are_no_code()
    {
        const string text = "var a = \"Casework.One\"; // Casework.Two\n/* Casework.Three */ var b = Casework.Four;";

        Assert.Equal("var a = \"\"; \n var b = Casework.Four;", new SourceFile("x.cs", text).Code);
    }

    [Fact]
    public void A_rule_that_finds_no_file_fails()
    {
        var failure = Assert.ThrowsAny<Exception>(() => SourceFile.Read("src/Nowhere", ".cs"));

        Assert.Contains("the rule reads nothing", failure.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => SourceFile.Open("src/Nowhere.cs"));
    }

    [Fact]
    public void What_is_generated_is_not_read() =>
        Assert.DoesNotContain(SourceFile.Read("src/Terjaga", ".cs"), file => file.Path.Contains("Migrations", StringComparison.Ordinal));
}
