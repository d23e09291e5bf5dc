using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Storage;
using Terjaga.Evidence.Custody;
using Terjaga.Privacy;

namespace Terjaga.Tests.Evidence.Custody;

public sealed class CustodyKeyTests(ScratchPostgres postgres)
{
    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_key_is_made_at_the_first_start_and_only_its_owner_may_read_it()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileOf(desk)));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(FileOf(desk))!, "custody*"));
    }

    [Fact]
    public async Task A_desk_from_before_the_log_gets_its_key_and_a_desk_with_heads_never_another_one()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        File.Delete(FileOf(desk));
        await PrepareAsync(desk);
        Assert.True(File.Exists(FileOf(desk)));

        await desk.SignAsync();
        await PrepareAsync(desk);
        File.Move(FileOf(desk), FileOf(desk) + ".away");
        var lost = await Assert.ThrowsAsync<DeskKeyException>(() => PrepareAsync(desk));
        Assert.Contains(FileOf(desk), lost.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FileOf(desk)));

        CustodyKey.Create(FileOf(desk));
        var foreign = await Assert.ThrowsAsync<DeskKeyException>(() => PrepareAsync(desk));
        Assert.Contains("another desk", foreign.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("public")]
    [InlineData("P-384")]
    public void A_damaged_key_is_refused(string what)
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(what == "P-384" ? ECCurve.NamedCurves.nistP384 : ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(folder.Path, "custody.pem");
        File.WriteAllText(file, what switch
        {
            "public" => key.ExportSubjectPublicKeyInfoPem(),
            "P-384" => key.ExportPkcs8PrivateKeyPem(),
            _ => what,
        });

        Assert.Contains("damaged", Assert.Throws<DeskKeyException>(() => CustodyKey.Load(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_with_another_key_signs_nothing()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.SignAsync();
        await desk.AddAsync(1);
        await desk.PlaceAsync();
        var file = Path.Combine(desk.Folder, "else.pem");
        CustodyKey.Create(file);
        var other = new SignHead(desk.Services.GetRequiredService<IServiceScopeFactory>(), CustodyKey.Load(file), desk.Clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => other.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, (await desk.NewestHeadAsync())!.Size);
    }

    private static string FileOf(TestDesk desk) => CustodyKey.FileIn(desk.Services.GetRequiredService<StorageOptions>());

    private static Task<int> PrepareAsync(TestDesk desk) => desk.RunAsync<PrepareCustodyKey, int>(async prepare =>
    {
        await prepare.RunAsync(TestContext.Current.CancellationToken);
        return 0;
    });
}
