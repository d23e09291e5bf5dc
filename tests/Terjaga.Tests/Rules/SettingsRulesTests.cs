using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Terjaga.App;
using Terjaga.Common.Http;

namespace Terjaga.Tests.Rules;

public sealed partial class SettingsRulesTests
{
    private const string Page = "docs/operate/settings.md";

    /// <summary>Made from the settings of <see cref="DeskOptions"/>, not read by itself.</summary>
    private static readonly string[] _made = ["StorageOptions"];

    /// <summary>Read by the framework, and said on the page all the same.</summary>
    private static readonly string[] _frameworks =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", "Logging__LogLevel__Default", "Logging__Console__FormatterName"];

    [Fact]
    public void The_page_of_settings_names_every_setting_and_no_other()
    {
        var records = new[] { typeof(Problem).Assembly, typeof(DeskOptions).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && !_made.Contains(type.Name)).ToList();
        var settings = records.SelectMany(SettingsOf).Concat(_frameworks).ToList();

        Assert.Contains("Mail__Host", settings);
        Assert.Equal(settings.Order(StringComparer.Ordinal), NamedIn(SourceFile.Open(Page).Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_other_papers_name_no_setting_that_is_not_on_that_page()
    {
        var known = NamedIn(SourceFile.Open(Page).Text).ToHashSet();
        string[] ofTests = ["SHARED", "APPROVE"];

        Assert.Empty(SourceFile.Read("", ".md").SelectMany(file => NamedIn(file.Text)).Except(known).Except(ofTests));
    }

    [Fact]
    public void A_port_that_is_set_comes_to_the_two_usual_ones()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Http:Ports:0", (string?)"8443")]).Build();

        Assert.Equal([80, 443, 8443], settings.Read<HttpOptions>(HttpOptions.Section).Ports);
    }

    [Fact]
    public void A_planted_setting_is_seen_on_both_sides()
    {
        Assert.Equal(["Planted__Depth", "Planted__Names"], SettingsOf(typeof(PlantedOptions)).Order());
        Assert.Equal(["Planted__Names"], NamedIn("set `TERJAGA_Planted__Names__0` or `TERJAGA_Planted__Names__1`"));
        Assert.Throws<InvalidOperationException>(() => SettingsOf(typeof(HomelessOptions)).ToList());
    }

    private static IEnumerable<string> SettingsOf(Type options)
    {
        var constants = options.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToList();
        if (options == typeof(DeskOptions))
        {
            return constants.Where(field => field.Name.EndsWith("Key", StringComparison.Ordinal))
                .Select(field => ((string)field.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal));
        }

        var section = constants.Find(field => field.Name == "Section")
            ?? throw new InvalidOperationException($"{options.Name} names no section of the settings.");
        return options.GetProperties().Where(property => property.CanWrite)
            .Select(property => $"{section.GetRawConstantValue()}__{property.Name}".Replace(":", "__", StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamedIn(string text) =>
        NamePattern().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\bTERJAGA_((?:[A-Za-z_]|(?<=[A-Za-z])[0-9])*[A-Za-z])")]
    private static partial Regex NamePattern();

    private sealed record PlantedOptions
    {
        public const string Section = "Planted";

        public int Depth { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public bool IsDeep => Depth > 1;
    }

    private sealed record HomelessOptions;
}
