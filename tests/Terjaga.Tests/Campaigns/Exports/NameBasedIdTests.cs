using Terjaga.Campaigns.Exports;

namespace Terjaga.Tests.Campaigns.Exports;

public sealed class NameBasedIdTests
{
    [Fact]
    public void An_id_is_the_one_that_other_programs_make() => Assert.Equal(
        new Guid("886313e1-3b8a-5372-9b90-0c9aee199e5d"),
        NameBasedId.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "python.org"));

    /// <summary>Ids that the python-stix2 library and others make of the same, and of hard characters as Python's uuid5 does.</summary>
    [Theory]
    [InlineData("example.com", "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7")]
    [InlineData("\"\\\u001f\u2028é😀", "domain-name--e9e1dd84-5c07-5e59-b036-93f62a687f5c")]
    public void What_is_seen_has_the_id_that_all_users_of_STIX_give_it(string domain, string id) =>
        Assert.Equal(id, StixObservable.Of(Sheets.Row(IndicatorKind.Domain, domain)).Id);
}
