using System.Reflection;
using System.Xml.Linq;
using Terjaga.App;
using Terjaga.Screening;

namespace Terjaga.Tests.Rules;

public sealed class SummaryRulesTests
{
    private static readonly Assembly[] _ours = [typeof(Problem).Assembly, typeof(Screener).Assembly, typeof(DeskHost).Assembly];

    public static TheoryData<string> Assemblies => [.. _ours.Select(assembly => assembly.GetName().Name!)];

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_public_type_says_in_a_sentence_what_it_is(string name)
    {
        var described = Described(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name + ".xml")));
        var types = _ours.Single(assembly => assembly.GetName().Name == name).GetExportedTypes().Where(IsWritten).ToList();

        Assert.NotEmpty(types);
        Assert.DoesNotContain(types, type => !described.Contains(type.FullName!));
    }

    [Fact]
    public void Every_page_says_in_its_first_line_what_it_is() => Assert.Empty(SourceFile.Read("src", ".razor")
        .Where(file => !file.Path.EndsWith("/_Imports.razor", StringComparison.Ordinal))
        .Where(file => !file.Text.StartsWith("@* ", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void A_planted_type_without_a_sentence_is_not_described() => Assert.Equal(["A.Said"], Described(
        """
        <doc><members>
        <member name="T:A.Said"><summary>What it is.</summary></member>
        <member name="T:A.Empty"><summary> </summary></member>
        <member name="T:A.Remarked"><remarks>Not enough.</remarks></member>
        <member name="M:A.Said.Do"><summary>A method.</summary></member>
        </members></doc>
        """));

    /// <remarks>A nested record is explained by the operation around it; pages and migrations are generated types.</remarks>
    private static bool IsWritten(Type type) =>
        !type.IsNested
        && !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type)
        && !typeof(Microsoft.EntityFrameworkCore.Migrations.Migration).IsAssignableFrom(type)
        && type.Name != "_Imports";

    private static HashSet<string> Described(string documentation) => XDocument.Parse(documentation).Descendants("member")
        .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
        .Select(member => member.Attribute("name")!.Value).Where(name => name.StartsWith("T:", StringComparison.Ordinal))
        .Select(name => name[2..].Split('`')[0] + (name.Contains('`', StringComparison.Ordinal) ? name[name.IndexOf('`', StringComparison.Ordinal)..] : ""))
        .ToHashSet();
}
