using Terjaga.Common.Mail;
using Terjaga.Privacy;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Replies;

public sealed class ReplyAddressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Guid _order = Guid.CreateVersion7();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_address_names_its_order_however_servers_write_its_letters()
    {
        var address = Addresses("desk@terjaga.example").For(_order)!;

        Assert.StartsWith("desk+", address, StringComparison.Ordinal);
        Assert.InRange(address.IndexOf('@', StringComparison.Ordinal), 1, 64);
        Assert.Equal(address, address.ToLowerInvariant());
        Assert.Equal(_order, Addresses("desk@terjaga.example").Read(address));
        Assert.Equal(_order, Addresses("desk@terjaga.example").Read(address.ToUpperInvariant()));
    }

    [Fact]
    public void A_changed_address_names_none()
    {
        var addresses = Addresses("desk@terjaga.example");
        var address = addresses.For(_order)!;
        for (var letter = "desk+".Length; letter < address.IndexOf('@', StringComparison.Ordinal); letter++)
            Assert.NotEqual(_order, addresses.Read(address[..letter] + (address[letter] == 'q' ? 'z' : 'q') + address[(letter + 1)..]));
        string[] others = ["desk@terjaga.example", "desk+@terjaga.example", "desk+abc@terjaga.example", "", "+@"];
        Assert.All(others, other => Assert.Null(addresses.Read(other)));
    }

    [Theory]
    [InlineData("aduan-konten-komdigix@terjaga.example", true)]
    [InlineData("aduan-konten-komdigi-x@terjaga.example", false)]
    public void An_own_address_that_is_too_long_carries_no_token(string from, bool carries) =>
        Assert.Equal(carries, Addresses(from).For(_order) is not null);

    [Theory]
    [InlineData("order-{0}@terjaga.example", true)]
    [InlineData("ORDER-{0}-withdrawn@TERJAGA.example", true)]
    [InlineData("dispatch-{0}@terjaga.example", true)]
    [InlineData("order-{0}@other.example", false)]
    [InlineData("list-alarm-{0}@terjaga.example", false)]
    [InlineData("order-@terjaga.example", false)]
    public void The_identity_of_our_own_notice_names_its_order(string identity, bool isOurs) => Assert.Equal(
        isOurs ? _order : null, OwnMessageId.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, identity, _order), "terjaga.example"));

    private ReplyAddress Addresses(string from) => new(DeskKey.Load(Path.Combine(_folder.Path, "desk.key"), mayCreate: true), new MailOptions { From = from });
}
