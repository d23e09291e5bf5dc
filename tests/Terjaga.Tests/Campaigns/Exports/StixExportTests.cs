using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Terjaga.Campaigns.Exports;

namespace Terjaga.Tests.Campaigns.Exports;

public sealed partial class StixExportTests
{
    /// <summary>What the standard asks of each type that we write, besides type, spec_version and id.</summary>
    private static readonly Dictionary<string, string[]> _required = new()
    {
        ["marking-definition"] = ["created", "definition_type", "definition"],
        ["identity"] = ["created", "modified", "name"],
        ["campaign"] = ["created", "modified", "name", "created_by_ref", "object_marking_refs"],
        ["indicator"] = ["created", "modified", "pattern", "pattern_type", "valid_from", "created_by_ref", "object_marking_refs"],
        ["observed-data"] = ["created", "modified", "first_observed", "last_observed", "number_observed", "object_refs", "object_marking_refs"],
        ["relationship"] = ["created", "modified", "relationship_type", "source_ref", "target_ref", "object_marking_refs"],
        ["url"] = ["value"],
        ["domain-name"] = ["value"],
        ["user-account"] = ["account_type"],
        ["file"] = ["hashes"],
    };

    [Fact]
    public void Objects_have_what_the_standard_asks_whatever_strangers_write() => Sheets.HostileSheet.Sample(sheet =>
    {
        var objects = Sheets.Stix(sheet);

        Assert.All(objects, one => Assert.All(_required[Sheets.TypeOf(one)], name => Assert.True(one.TryGetProperty(name, out _), name)));
        Assert.All(objects, one => Assert.StartsWith(Sheets.TypeOf(one) + "--", IdOf(one), StringComparison.Ordinal));
        Assert.All(objects, one => Assert.Matches(IdPattern(), IdOf(one)));
        Assert.Distinct(objects.Select(IdOf));
        Assert.Subset(objects.Select(IdOf).ToHashSet(), objects.SelectMany(Refs).ToHashSet());
        Assert.All(objects.SelectMany(Instants), at => Assert.Matches(InstantPattern(), at));
        Assert.All(objects.Where(one => Sheets.TypeOf(one) == "indicator"), one => Assert.Matches(GrammarPattern(), one.GetProperty("pattern").GetString()));
    }, iter: 300, threads: 1);

    [Theory]
    [InlineData("a'b", @"'a\'b'")]
    [InlineData(@"a\", @"'a\\'")]
    [InlineData(@"\'] OR [url:value = '", @"'\\\'] OR [url:value = \''")]
    [InlineData("a\nb", "'a\nb'")]
    public void A_pattern_escapes_backslash_and_quote_and_nothing_else(string value, string literal) =>
        Assert.Equal(literal, StixPattern.Literal(value));

    [Theory]
    [InlineData(IndicatorKind.Url, "https://a.example/", "[url:value = 'https://a.example/']")]
    [InlineData(IndicatorKind.Domain, "a.example", "[domain-name:value = 'a.example']")]
    [InlineData(IndicatorKind.Phone, "+62812", "[user-account:account_type = 'phone' AND user-account:user_id = '+62812']")]
    [InlineData(IndicatorKind.Account, "BCA:01", "[user-account:account_type = 'bank-account' AND user-account:user_id = 'BCA:01']")]
    [InlineData(IndicatorKind.Handle, "telegram:a:b", "[user-account:account_login = 'a:b' AND user-account:account_type = 'telegram']")]
    [InlineData(IndicatorKind.Handle, ":b", "[user-account:account_type = 'handle' AND user-account:user_id = ':b']")]
    [InlineData(IndicatorKind.Wallet, "0xab", "[user-account:account_type = 'cryptocurrency-wallet' AND user-account:user_id = '0xab']")]
    [InlineData(IndicatorKind.PictureHash, "00ff", "[file:hashes.PDQ = '00ff']")]
    public void Each_kind_has_its_pattern(IndicatorKind kind, string value, string pattern) =>
        Assert.Equal(pattern, Sheets.Stix(Sheets.Of(Sheets.Row(kind, value))).Single(one => Sheets.TypeOf(one) == "indicator").GetProperty("pattern").GetString());

    [Fact]
    public void Two_exports_differ_in_when_they_were_modified_and_in_nothing_else()
    {
        var later = Sheets.Small with { ReadAt = Sheets.Read.AddDays(3) };
        var (first, second) = (Sheets.Text(Sheets.Small, IndicatorFormat.Stix), Sheets.Text(later, IndicatorFormat.Stix));

        Assert.NotEqual(first, second);
        Assert.Equal(ModifiedPattern().Replace(first, ""), ModifiedPattern().Replace(second, ""));
    }

    [Fact]
    public void Another_campaign_shares_what_is_seen_and_nothing_that_is_said_of_it()
    {
        string[] shared = ["marking-definition", "identity", "url", "domain-name", "user-account", "file"];
        var ours = Sheets.Stix(Sheets.Small).Select(IdOf).ToHashSet();
        var others = Sheets.Stix(Sheets.Small with { CampaignId = Guid.Empty });

        Assert.All(others, one => Assert.Equal(shared.Contains(Sheets.TypeOf(one)), ours.Contains(IdOf(one))));
    }

    [Fact]
    public void A_name_that_an_offer_uses_is_nowhere_and_its_leaving_out_is_said()
    {
        Assert.DoesNotContain("Sejahtera", Sheets.Text(Sheets.Small, IndicatorFormat.Stix), StringComparison.Ordinal);
        Assert.Equal(Sheets.Small.Rows.Count - 1, Sheets.Stix(Sheets.Small).Count(one => Sheets.TypeOf(one) == "indicator"));
        Assert.Contains("left out (1)", Sheets.Text(Sheets.Small, IndicatorFormat.Stix), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_indicator_indicates_the_campaign_and_is_based_on_what_was_seen()
    {
        var relations = Sheets.Stix(Sheets.Of(Sheets.Row(IndicatorKind.Phone, "+62812", 5))).Where(one => Sheets.TypeOf(one) == "relationship")
            .Select(one => $"{Ref(one, "source_ref")} {one.GetProperty("relationship_type")} {Ref(one, "target_ref")}");

        Assert.Equal(["indicator indicates campaign", "indicator based-on observed-data"], relations);
    }

    private static string Ref(JsonElement one, string name) => one.GetProperty(name).GetString()!.Split("--")[0];

    private static string IdOf(JsonElement one) => one.GetProperty("id").GetString()!;

    private static IEnumerable<string> Refs(JsonElement one) => one.EnumerateObject().SelectMany(property => property.Name switch
    {
        var name when name.EndsWith("_ref", StringComparison.Ordinal) => [property.Value.GetString()!],
        var name when name.EndsWith("_refs", StringComparison.Ordinal) => property.Value.EnumerateArray().Select(id => id.GetString()!),
        _ => [],
    });

    private static IEnumerable<string> Instants(JsonElement one) => one.EnumerateObject()
        .Where(property => property.Name is "created" or "modified" or "valid_from" or "first_seen" or "last_seen" or "first_observed" or "last_observed")
        .Select(property => property.Value.GetString()!);

    [GeneratedRegex("^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex InstantPattern();

    /// <summary>The part of the grammar of the standard (STIXPattern.g4) that we use.</summary>
    [GeneratedRegex(@"\A\[(?:(?:\A\[|AND )?[a-z-]+:[a-zA-Z_.]+ = '(?:[^'\\]|\\'|\\\\)*' ?)+\]\z")]
    private static partial Regex GrammarPattern();

    [GeneratedRegex("\"modified\":\"[^\"]*\"")]
    private static partial Regex ModifiedPattern();
}
