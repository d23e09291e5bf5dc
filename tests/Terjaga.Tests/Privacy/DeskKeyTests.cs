using System.Security.Cryptography;
using Terjaga.Privacy;

namespace Terjaga.Tests.Privacy;

public sealed class DeskKeyTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Fact]
    public void A_lost_key_is_named_and_never_replaced_in_silence()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "desk.key");

        var refusal = Assert.Throws<DeskKeyException>(() => DeskKey.Load(file, mayCreate: false));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz00112233445566778899aabbccddeeff00112233445566778899aabbccddee")]
    [InlineData("00112233445566778899aabbccddeeff")]
    public void A_damaged_key_is_refused(string content)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "desk.key");
        File.WriteAllText(file, content);

        Assert.Throws<DeskKeyException>(() => DeskKey.Load(file, mayCreate: true));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Only_its_owner_may_read_the_key_and_each_purpose_has_its_own()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "keys", "desk.key");

        var key = DeskKey.Load(file, mayCreate: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.NotEqual(key.For("receipt"), key.For("contact"));
        Assert.Equal(key.For("receipt"), DeskKey.Load(file, mayCreate: false).For("receipt"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Another_desks_key_is_refused_before_anything_is_opened(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        using var folder = new TemporaryFolder();
        var other = DeskKey.Load(Path.Combine(folder.Path, "desk.key"), mayCreate: true);

        await desk.ReadAsync(async db =>
        {
            await Assert.ThrowsAsync<DeskKeyException>(() => new CheckDeskKey(db, other).RunAsync(TestContext.Current.CancellationToken));
            return 0;
        });
    }

    [Fact]
    public void A_contact_opens_only_for_its_own_report_and_only_unchanged()
    {
        using var folder = new TemporaryFolder();
        var key = DeskKey.Load(Path.Combine(folder.Path, "desk.key"), mayCreate: true);
        var context = new byte[] { 1, 2, 3 };
        var closed = Sealer.Seal(key.For("x"), "rahasia"u8, context);

        Assert.Equal("rahasia"u8.ToArray(), Sealer.Open(key.For("x"), closed, context));
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key.For("x"), closed, [9]));
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key.For("y"), closed, context));
        closed[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key.For("x"), closed, context));
        Assert.ThrowsAny<CryptographicException>(() => Sealer.Open(key.For("x"), [1, 2, 3], context));
    }
}
