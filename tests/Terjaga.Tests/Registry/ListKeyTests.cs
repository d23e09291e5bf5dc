using Terjaga.Registry;

namespace Terjaga.Tests.Registry;

public sealed class ListKeyTests
{
    [Theory]
    [InlineData("SIP3MI No. 055/2024", "55-2024")]
    [InlineData("55 / 2024", "55-2024")]
    [InlineData("KEP.012/LATTAS/III/2019", "KEP-12-LATTAS-III-2019")]
    [InlineData("kep 12 lattas iii 2019", "KEP-12-LATTAS-III-2019")]
    [InlineData("SIP2MI: CONTOH-SIP2MI-0001-2026", "CONTOH-SIP-2-MI-1-2026")]
    [InlineData("  ", null)]
    [InlineData("--", null)]
    public void Old_and_new_ways_to_write_a_number_have_one_key(string written, string? key) => Assert.Equal(key, ListKey.Of(written));
}
