using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.Tests.Takedown.Recipients.Finding;

public sealed class SecurityTxtTests
{
    private const string Good = "Contact: mailto:abuse@situs.example\nContact: https://situs.example/lapor\nExpires: 2027-01-01T00:00:00Z\nEncryption: https://situs.example/key\n";

    private static readonly Uri _at = new("https://situs.example/.well-known/security.txt");

    private static readonly DateTimeOffset _now = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Bad => new()
    {
        { "securitytxt.no-expiry", "Contact: mailto:a@situs.example\n" },
        { "securitytxt.no-expiry", Good + "Expires: 2028-01-01T00:00:00Z\n" },
        { "securitytxt.no-expiry", "Contact: mailto:a@situs.example\nExpires: nanti\n" },
        { "securitytxt.expired", Good.Replace("2027", "2026", StringComparison.Ordinal) },
        { "securitytxt.not-canonical", Good + "Canonical: https://lain.example/.well-known/security.txt\n" },
        { "securitytxt.no-contact", "Expires: 2027-01-01T00:00:00Z\nContact: tel:+62\nContact: mailto:a@situs.example,b@situs.example\nContact: http://situs.example\nContact: https://127.0.0.1/\n" },
        { "securitytxt.not-text", "Contact: \0" },
        { "fetch.too-large", new string('#', SecurityTxt.MaxBytes + 1) },
        { "securitytxt.no-expiry", $"{Good}-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n" },
        { "securitytxt.no-expiry", $"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n# kosong\n-----BEGIN PGP SIGNATURE-----\n{Good}" },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_file_that_must_not_be_believed_brings_its_code(string code, string text) =>
        Assert.Equal(code, SecurityTxt.Read(ContactServers.Bytes(text), _at, _now, out _));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_file_is_read_with_its_contacts_in_order(string ending)
    {
        var text = ("# halo\n" + Good + $"Canonical: {_at}\n").Replace("\n", ending, StringComparison.Ordinal);

        Assert.Null(SecurityTxt.Read(ContactServers.Bytes(text), _at, _now, out var file));
        Assert.Equal(["abuse@situs.example"], file!.Mails);
        Assert.Equal(["https://situs.example/lapor"], file.Pages);
        Assert.Equal("https://situs.example/key", file.Key);
        Assert.False(file.IsSigned);
    }

    [Fact]
    public void Of_a_signed_file_only_what_is_signed_is_read_and_nobody_claims_to_have_checked_it()
    {
        var text = $"Contact: mailto:asing@situs.example\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n- {Good}-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\nContact: mailto:lain@situs.example\n";

        Assert.Null(SecurityTxt.Read(ContactServers.Bytes(text), _at, _now, out var file));
        Assert.Equal(["abuse@situs.example"], file!.Mails);
        Assert.True(file.IsSigned);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Equal("securitytxt.not-text", SecurityTxt.Read([0xff, 0xfe, 0x43], _at, _now, out _));
}
