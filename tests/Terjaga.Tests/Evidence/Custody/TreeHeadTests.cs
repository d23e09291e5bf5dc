using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Evidence.Custody;

namespace Terjaga.Tests.Evidence.Custody;

public sealed class TreeHeadTests(ScratchPostgres postgres)
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Openssl_verifies_the_signature_of_a_stored_head_and_of_no_other_text(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        using var folder = new TemporaryFolder();
        await desk.AddAsync(3);
        await desk.WorkAsync();
        var head = (await desk.NewestHeadAsync())!.ToSigned();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "head.txt"), head.Text, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "head.sig"), head.Signature, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "key.pem"), head.PublicKey, TestContext.Current.CancellationToken);
        string[] verify = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "head.sig", "head.txt"];

        Assert.Equal(3, head.Size);
        Assert.Contains("Verified OK", await OpenSsl.RunAsync(folder.Path, verify), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "head.txt"), (head with { Size = 4 }).Text, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await OpenSsl.TryAsync(folder.Path, verify)).Code);
    }

    [Fact]
    public async Task A_head_is_signed_when_the_log_grew_or_an_hour_is_over_and_not_otherwise()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.WorkAsync();
        await desk.SignAsync();
        Assert.Equal([0L], await SizesAsync(desk));

        await desk.AddAsync(2);
        await desk.PlaceAsync();
        await desk.SignAsync();
        await desk.SignAsync();
        Assert.Equal([0L, 2], await SizesAsync(desk));

        desk.Clock.Advance(_hour);
        await desk.WorkAsync();
        Assert.Equal([0L, 2, 2], await SizesAsync(desk));
    }

    [Fact]
    public async Task Openssl_accepts_the_time_stamp_of_a_head()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, authority.Settings);
        var folder = authority.Folder.Path;
        await desk.AddAsync(3);
        await desk.WorkAsync();

        var head = (await desk.NewestHeadAsync())!;
        Assert.NotNull(head.StampedAt);
        await File.WriteAllBytesAsync(Path.Combine(folder, "head.tst"), head.Stamp!, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "head.txt"), head.ToSigned().Text, TestContext.Current.CancellationToken);
        string[] verify = ["ts", "-verify", "-in", "head.tst", "-token_in", "-data", "head.txt", "-CAfile", "ca.pem"];
        Assert.Contains("Verification: OK", await OpenSsl.RunAsync(folder, verify), StringComparison.Ordinal);
        await File.AppendAllTextAsync(Path.Combine(folder, "head.txt"), "\n", TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await OpenSsl.TryAsync(folder, verify)).Code);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("hash")]
    [InlineData("refused")]
    [InlineData("signature")]
    [InlineData("trailing")]
    [InlineData("garbage")]
    [InlineData("status")]
    public async Task An_answer_that_does_not_fit_is_refused_and_the_head_stands_and_is_stamped_later(string fault)
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, authority.Settings);
        authority.Fault = fault;
        await desk.WorkAsync();

        Assert.Null((await desk.NewestHeadAsync())!.Stamp);
        var error = await desk.ReadAsync(db => db.Work.Where(w => w.Kind == PublishHeadJob.Kind).Select(w => w.LastError).SingleAsync());
        Assert.Contains("StampException", error, StringComparison.Ordinal);

        authority.Fault = "";
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await desk.WorkAsync();
        Assert.NotNull((await desk.NewestHeadAsync())!.Stamp);
        Assert.Equal([0L], await SizesAsync(desk));
        Assert.Equal(2, authority.Asked);
    }

    [Fact]
    public async Task A_bundle_comes_under_a_stamped_head_where_one_holds_it()
    {
        await using var authority = await TestAuthority.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, authority.Settings);
        await desk.AddAsync(3);
        await desk.WorkAsync();
        var other = Guid.CreateVersion7();
        await desk.ReadAsync(db =>
        {
            db.CustodyEntries.Add(CustodyEntry.Record(desk.Clock.GetUtcNow(), CustodyAct.Viewed, other, Actor.Machine("test")));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var fresh = await desk.ProveAsync(other);
        var stamped = await desk.ProveAsync(CustodyDesk.Holder);

        Assert.Equal((4, true), (fresh.Head.Size, fresh.Head.Stamp is null));
        Assert.Equal((3, false), (stamped.Head.Size, stamped.Head.Stamp is null));
    }

    private static Task<List<long>> SizesAsync(TestDesk desk) => desk.ReadAsync(db =>
        db.TreeHeads.OrderBy(h => h.Size).Select(h => h.Size).ToListAsync(TestContext.Current.CancellationToken));
}
