using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Replies;

public sealed class FetchRepliesTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_ours_is_marked_as_read_after_it_is_stored_and_the_rest_is_flagged_for_a_person()
    {
        await using var box = new TestMailbox();
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres, box.Settings);
        box.Add(MailedOrder.Answer(sent.ReplyTo, "Sudah dihapus."));
        box.Add(MailedOrder.Answer("desk@terjaga.example", "Beli obat murah."));

        await LookAsync(sent);
        Assert.Equal(@"\Seen", box.Flags[1]);
        Assert.Equal(@"\Flagged", box.Flags[2]);
        Assert.Equal(1, await CountAsync(sent));

        box.Flags.TryRemove(1, out _);
        await LookAsync(sent);
        Assert.Equal(@"\Seen", box.Flags[1]);
        Assert.Equal(1, await CountAsync(sent));
    }

    [Fact]
    public async Task What_could_not_be_stored_stays_unread()
    {
        await using var box = new TestMailbox();
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres, box.Settings);
        box.Add(MailedOrder.Answer(sent.ReplyTo, "Sudah dihapus."));
        await sent.Desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER planted BEFORE INSERT ON order_replies BEGIN SELECT RAISE(ABORT, 'planted'); END", Stop));

        await LookAsync(sent);
        Assert.Empty(box.Flags);
        Assert.NotNull((await sent.Desk.ReadAsync(db => db.Work.SingleAsync(w => w.Kind == "fetch-replies", Stop))).LastError);

        await sent.Desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER planted", Stop));
        sent.Desk.Clock.Advance(TimeSpan.FromHours(1));
        await LookAsync(sent);
        Assert.Null((await sent.Desk.ReadAsync(db => db.Work.SingleAsync(w => w.Kind == "fetch-replies", Stop))).LastError);
        Assert.Equal(@"\Seen", box.Flags[1]);
    }

    [Fact]
    public async Task Without_a_mailbox_nobody_looks()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);

        await LookAsync(sent);

        Assert.Null((await sent.Desk.ReadAsync(db => db.Work.SingleAsync(w => w.Kind == "fetch-replies", Stop))).LastError);
    }

    private static async Task LookAsync(MailedOrder sent)
    {
        sent.Desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await sent.Desk.WorkAsync();
    }

    private static Task<int> CountAsync(MailedOrder sent) => sent.Desk.ReadAsync(db => db.OrderReplies.CountAsync(Stop));
}
