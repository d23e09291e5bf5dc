namespace Terjaga.Tests.Registry;

public sealed class RegistryDemoTests
{
    private const string FictionalMark = "CONTOH-";

    /// <summary>The day of which the lists speak.</summary>
    private const string DemoDay = "2026-11-01";

    [Theory]
    [InlineData("demo/agencies.csv")]
    [InlineData("demo/vacancies.csv")]
    public void A_list_to_try_the_desk_with_cannot_be_taken_for_a_real_one(string name)
    {
        var file = RegistryFile.Read(name);
        var numbers = file.Lines().SelectMany(row => row)
            .Where(cell => cell.Key is "licence" or "old_licence" or "permit" or "job_order" && cell.Value.Length > 0);

        Assert.StartsWith("# fictional: true\n", file.Text, StringComparison.Ordinal);
        Assert.NotEmpty(numbers);
        Assert.All(numbers, cell => Assert.StartsWith(FictionalMark, cell.Value, StringComparison.Ordinal));
        Assert.DoesNotContain('"', file.Text);
    }

    [Fact]
    public void Invented_companies_have_names_phones_sites_and_accounts_that_nobody_has()
    {
        var rows = RegistryFile.Read("demo/agencies.csv").Lines().ToList();

        Assert.All(rows, row => Assert.EndsWith(" Contoh", row["name"], StringComparison.Ordinal));
        Assert.All(rows.SelectMany(row => row["phones"].Split("; ")), phone => Assert.StartsWith("+62 861", phone, StringComparison.Ordinal));
        Assert.All(rows.SelectMany(row => row["domains"].Split("; ")), host => Assert.EndsWith(".example", host, StringComparison.Ordinal));
        Assert.All(
            rows.SelectMany(row => row["accounts"].Split("; ")).Where(account => account.StartsWith("bank:", StringComparison.Ordinal)),
            account => Assert.Contains(" 000", account, StringComparison.Ordinal));
        Assert.Distinct(rows.SelectMany(row => row["phones"].Split("; ")));
        Assert.Distinct(rows.Select(row => (row["licence"], row["branch"])));
    }

    [Fact]
    public void The_invented_lists_hold_each_case_that_an_officer_meets()
    {
        var companies = RegistryFile.Read("demo/agencies.csv").Lines().ToList();
        var offices = companies.Where(row => row["branch"].Length == 0).CountBy(row => row["status"]).ToDictionary();
        var vacancies = RegistryFile.Read("demo/vacancies.csv").Lines().ToList();

        Assert.Equal((30, 4, 3, 3), (offices["active"], offices["expired"], offices["suspended"], offices["revoked"]));
        Assert.Equal(25, companies.Count(row => row["branch"].Length > 0));
        Assert.Equal((90, 10), (vacancies.Count, vacancies.Count(row => string.CompareOrdinal(row["valid_to"], DemoDay) < 0)));
        Assert.Empty(vacancies.Select(row => row["licence"]).Except(companies.Where(row => row["status"] == "active").Select(row => row["licence"])));
        Assert.All(vacancies, row => Assert.Contains(row["country"], RegistryFile.Countries));
    }
}
