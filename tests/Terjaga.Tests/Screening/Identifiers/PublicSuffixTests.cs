using System.Text.RegularExpressions;

namespace Terjaga.Tests.Screening.Identifiers;

public sealed partial class PublicSuffixTests
{
    [Fact]
    public void All_published_cases_of_registrable_domains_hold()
    {
        var cases = File.ReadLines(SharedFolder.Require("standards/psl/test_psl.txt")).Select(line => Case().Match(line))
            .Where(match => match.Success).ToList();

        Assert.True(cases.Count > 50);
        Assert.Empty(cases.Where(row => ShippedScreener.Gazetteer.Suffixes.RegistrableDomain(Value(row.Groups[1].Value)) != Value(row.Groups[2].Value))
            .Select(row => row.Value));
    }

    private static string? Value(string written) => written == "null" ? null : written.Trim('\'');

    [GeneratedRegex(@"^\s*checkPublicSuffix\((null|'[^']*'),\s*(null|'[^']*')\)")]
    private static partial Regex Case();
}
