using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Evidence.Custody;

namespace Terjaga.Tests.Evidence.Custody;

public sealed class PlaceCustodyTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_processes_that_place_at_once_give_each_place_once_and_leave_none_out(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await using var beside = desk.OpenBeside();
        var cancellationToken = TestContext.Current.CancellationToken;
        var here = desk.Services.GetRequiredService<PlaceCustody>();
        var there = beside.GetRequiredService<PlaceCustody>();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
            async () =>
            {
                await (i % 2 == 0 ? desk.Services : beside).AddEntriesAsync(desk.Clock.GetUtcNow(), 150);
                await (i % 2 == 0 ? here : there).RunAsync(cancellationToken);
            },
            cancellationToken)));

        Assert.Equal(Enumerable.Range(0, 1_800).Select(i => (long?)i), await desk.PlacesAsync());
        await desk.SignAsync();
        Assert.Empty(await desk.VerifyAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_entry_that_commits_late_under_a_smaller_id_gets_a_later_place_and_nothing_moves(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var now = desk.Clock.GetUtcNow();
        var late = CustodyEntry.Record(now, CustodyAct.Viewed, CustodyDesk.Holder, Actor.Machine("late"));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.AddAsync(3);
        await desk.PlaceAsync();
        var before = await desk.ProveAsync(CustodyDesk.Holder);

        await desk.ReadAsync(db =>
        {
            db.CustodyEntries.Add(late);
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var after = await desk.ProveAsync(CustodyDesk.Holder);

        Assert.Equal(late.ToLeaf(), after.Entries[3].Leaf);
        Assert.Equal(before.Entries.Select(e => (e.Index, Convert.ToHexString(e.Leaf))), after.Entries.Take(3).Select(e => (e.Index, Convert.ToHexString(e.Leaf))));
        Assert.Equal((3, 4), (before.Head.Size, after.Head.Size));
    }

    [Fact]
    public async Task A_process_that_dies_between_placing_and_commit_leaves_nothing_half()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.AddAsync(300);
        await desk.PlaceAsync();
        await desk.AddAsync(300);
        await desk.SqlAsync(
            """
            CREATE TRIGGER seam BEFORE UPDATE OF size ON custody_log WHEN NEW.size <> OLD.size BEGIN SELECT RAISE(ABORT, 'killed'); END
            """);

        await Assert.ThrowsAnyAsync<DbUpdateException>(desk.PlaceAsync);
        Assert.Equal(300, (await desk.PlacesAsync()).Count(place => place is not null));
        Assert.Empty(await desk.VerifyAsync());

        await desk.SqlAsync("DROP TRIGGER seam");
        await desk.PlaceAsync();
        Assert.Equal(Enumerable.Range(0, 600).Select(i => (long?)i), await desk.PlacesAsync());
        Assert.Empty(await desk.VerifyAsync());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_bundle_proves_all_entries_of_its_holders_and_no_others(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.AddAsync(700);
        var other = Guid.CreateVersion7();
        await desk.ReadAsync(db =>
        {
            db.CustodyEntries.Add(CustodyEntry.Record(desk.Clock.GetUtcNow().AddTicks(7), CustodyAct.Sent, other, Actor.Officer(other)));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var all = await desk.ProveAsync(CustodyDesk.Holder, other);
        var one = await desk.ProveAsync(other);

        Assert.Equal((701, 1), (all.Entries.Count, one.Entries.Count));
        Assert.All(all.Entries.Concat(one.Entries), entry =>
            Assert.Equal(all.Head.Root, Merkle.RootOf(entry.Index, all.Head.Size, Merkle.LeafHash(entry.Leaf), entry.Path)));
        Assert.Equal(
            $$"""{"id":"{{IdIn(one)}}","at":"2026-11-24T03:00:00.001000Z","act":"sent","holder":"{{other}}","sha256":null,"actor":"officer:{{other}}"}""",
            System.Text.Encoding.UTF8.GetString(one.Entries[0].Leaf));
    }

    [Fact]
    public async Task An_officer_whose_account_is_erased_leaves_the_log_as_it_was()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var cancellationToken = TestContext.Current.CancellationToken;
        var link = Expect.Value(await desk.RunAsync<InviteOfficer, Result<InviteOfficer.Link>>(invite => invite.RunAsync(
            new(TestDesk.As(Role.Administrator), "sari", "Sari Wulandari", Ministry.Kp2mi, Role.Kp2miAnalyst), cancellationToken)));
        Expect.Value(await desk.RunAsync<AcceptInvitation, Result<Acting>>(accept => accept.RunAsync(new(link.Token, "a long password of a test"), cancellationToken)));
        var id = await desk.ReadAsync(db => db.Set<Officer>().Select(o => o.Id).SingleAsync(cancellationToken));
        await desk.AddAsync(5, Actor.Officer(id));
        var before = await desk.ProveAsync(CustodyDesk.Holder);

        Assert.Equal(1, await desk.ReadAsync(db => db.Set<Officer>().ExecuteDeleteAsync(cancellationToken)));

        var after = await desk.ProveAsync(CustodyDesk.Holder);
        Assert.Equal(before.Head.Root, after.Head.Root);
        Assert.Empty(await desk.VerifyAsync());
        Assert.DoesNotContain("sari", System.Text.Encoding.UTF8.GetString(after.Entries[0].Leaf), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_page_is_told_what_waits_and_what_has_its_place()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await desk.AddAsync(1);
        await desk.WorkAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.AddAsync(1);

        var rows = await desk.RunAsync<ReadCustody, IReadOnlyList<ReadCustody.Row>>(
            read => read.RunAsync([CustodyDesk.Holder], TestContext.Current.CancellationToken));

        Assert.Equal([0L, null], rows.Select(row => row.Place));
    }

    private static string IdIn(CustodyBundle bundle) => System.Text.Json.JsonDocument.Parse(bundle.Entries[0].Leaf).RootElement.GetProperty("id").GetString()!;
}
