using System.Text.RegularExpressions;

namespace Terjaga.Tests.Registry;

public sealed partial class RegistryDataTests
{
    /// <summary>Longest sentence that a reader of grade 6 is given, in characters.</summary>
    private const int MaxSentence = 200;

    private static readonly string[] _statuses = ["open-with-permit", "official-channel-only", "unclear", "restricted", "closed"];

    private static readonly string[] _payers = ["not-worker", "worker", "contested"];

    private static readonly string[] _marks = ["V", "V2", "V2, conflict", "G"];

    public static TheoryData<string> Files => [.. RegistryFile.OfRows];

    private static List<string> Signals => [.. RegistryFile.Other("signals/catalogue.json").GetProperty("signals").EnumerateArray()
        .Select(signal => signal.GetProperty("id").GetString()!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_says_whose_it_is_and_of_which_day(string name)
    {
        var file = RegistryFile.Read(name).Json;

        Assert.NotEmpty(file.GetProperty("owner").GetString()!);
        Assert.NotEmpty(file.GetProperty("source").GetString()!);
        Assert.True(DateOnly.TryParseExact(file.GetProperty("asOf").GetString(), "yyyy-MM-dd", out _));
        Assert.False(file.GetProperty("fictional").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_languages_are_there_in_sentences_that_are_not_long(string name)
    {
        var file = RegistryFile.Read(name);

        Assert.NotEmpty(file.Rows);
        Assert.Empty(file.OneLanguageAlone());
        Assert.Empty(file.SentencesOver(MaxSentence));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_data_go_with_the_executable(string name) =>
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "data", "registry", name)));

    [Fact]
    public void A_country_has_one_status_for_a_sector_and_one_for_the_rest()
    {
        var rows = RegistryFile.Read("countries.json").Rows.ToList();

        Assert.All(rows, row => Assert.Contains(row["country"], RegistryFile.Countries));
        Assert.All(rows, row => Assert.Contains(row["status"], _statuses));
        Assert.All(rows, row => Assert.Contains(row["confidence"], _marks));
        Assert.All(rows, row => Assert.Matches(MonthPattern(), row["since"]));
        Assert.Empty(rows.Select(row => row["country"]).Except(rows.Where(row => row["sector"] == "any").Select(row => row["country"])));
        Assert.Distinct(rows.Select(row => (row["country"], row["sector"])));
    }

    [Fact]
    public void A_cost_says_who_pays_it_by_which_rule()
    {
        var rows = RegistryFile.Read("costs.json").Rows.ToList();

        Assert.All(rows, row => Assert.Contains(row["country"], (IEnumerable<string>)["*", .. RegistryFile.Countries]));
        Assert.All(rows, row => Assert.Contains(row["payer"], _payers));
        Assert.All(rows, row => Assert.Contains(row["confidence"], _marks));
        Assert.All(rows, row => Assert.Matches(MonthPattern(), row["since"]));
        Assert.Distinct(rows.Select(row => (row["country"], row["sector"], row["itemId"], row["since"])));
    }

    [Fact]
    public void Every_host_that_the_engine_takes_for_official_is_listed_with_its_owner()
    {
        var rows = RegistryFile.Read("domains.json").Rows.ToList();
        var official = RegistryFile.Other("domains/hosts.json").GetProperty("official").EnumerateArray().Select(host => host.GetString()!);

        Assert.Empty(official.Except(rows.Select(row => row["host"])));
        Assert.All(rows, row => Assert.Contains(row["confidence"], _marks));
        Assert.Distinct(rows.Select(row => row["host"]));
    }

    [Fact]
    public void Every_signal_has_one_lesson() =>
        Assert.Equal(Signals, RegistryFile.Read("lessons.json").Rows.Select(row => row["id"]));

    [Fact]
    public void A_number_to_call_in_a_lesson_stands_in_the_list_of_hotlines()
    {
        var known = RegistryFile.Other("hotlines.json").GetProperty("contacts").EnumerateArray()
            .Select(contact => contact.GetProperty("value").GetString()!).ToHashSet();
        var named = RegistryFile.Read("lessons.json").Rows
            .SelectMany(row => NumberPattern().Matches(row["adviceId"] + " " + row["adviceEn"])).Select(match => match.Value).ToHashSet();

        Assert.Contains("110", named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public void The_checklist_has_sixteen_rows_whose_signals_exist()
    {
        var rows = RegistryFile.Read("checklist.json").Json.GetProperty("rows").EnumerateArray().ToList();

        Assert.Equal(Enumerable.Range(1, 16), rows.Select(row => row.GetProperty("number").GetInt32()));
        Assert.Distinct(rows.Select(row => row.GetProperty("id").GetString()));
        Assert.Empty(rows.SelectMany(row => row.GetProperty("contradicts").EnumerateArray()).Select(id => id.GetString()!).Except(Signals));
        Assert.All(rows, row => Assert.True(
            row.GetProperty("phrases").GetArrayLength() >= 12 || row.GetProperty("foundBy").GetArrayLength() > 0));
    }

    [Fact]
    public void No_header_means_two_fields_of_one_list() => Assert.Empty(RegistryFile.Read("columns.json").HeadersOfTwoFields());

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?$")]
    private static partial Regex MonthPattern();

    /// <remarks>Three figures or more; an ID card's or a law's number never stands in a lesson.</remarks>
    [GeneratedRegex(@"(?<![\w+])\+?\d[\d -]*\d\d(?!\w)")]
    private static partial Regex NumberPattern();
}
