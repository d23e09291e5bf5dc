using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Privacy;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Replies;

public sealed class TakeInMailTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_mail_is_stored_once_with_its_event_and_changes_no_state(string database)
    {
        await using var sent = await MailedOrder.SendAsync(database, postgres);
        var mail = MailedOrder.Answer(sent.ReplyTo.ToUpperInvariant(), "Konten sudah kami hapus.");

        var first = Expect.Value(await TakeAsync(sent, mail));
        var again = Expect.Value(await TakeAsync(sent, "Received: from elsewhere\r\n" + mail));

        Assert.Equal((true, false), (first.IsNew, again.IsNew));
        Assert.Equal(OrderState.Sent, (await sent.Desk.ReadAsync(db => db.Orders.SingleAsync(Stop))).State);
        Assert.Equal(["order.replied"], await KindsAsync(sent));
        var row = Assert.Single(await ReadAsync(sent, Role.KomdigiOfficer));
        Assert.Equal((MailKind.Answer, SaidOutcome.Removed, true, "situs.example"), (row.Kind, row.Said, row.IsProven, row.SenderDomain));
        Assert.Contains("Konten sudah kami hapus.", row.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_mail_by_two_doors_at_once_is_stored_once(string database)
    {
        await using var sent = await MailedOrder.SendAsync(database, postgres);
        var bounce = sent.Bounce(sent.ReplyTo);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TakeAsync(sent, bounce)));

        Assert.Single(taken.Select(Expect.Value), t => t.IsNew);
        Assert.Equal(["order.bounced", "order.contact-dead"], await KindsAsync(sent));
        Assert.Equal(1, await sent.Desk.ReadAsync(db => db.DeadContacts.CountAsync(Stop)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_bounce_shows_a_dead_contact_and_asks_for_the_next_until_it_answers_again(string database)
    {
        await using var sent = await MailedOrder.SendAsync(database, postgres);

        Expect.Value(await TakeAsync(sent, sent.Bounce("desk@terjaga.example", "4.4.1", "delayed")));
        Expect.Value(await TakeAsync(sent, sent.Bounce("desk@terjaga.example", "5.2.3")));
        Assert.Empty(await DeadAsync(sent));
        Expect.Value(await TakeAsync(sent, sent.Bounce("desk@terjaga.example")));

        var dead = Assert.Single(await DeadAsync(sent));
        Assert.Equal((MailedOrder.Contact, BounceReason.NoMailbox, false), (dead.Address, dead.Reason, dead.IsComplaint));
        Assert.Equal(1, await sent.Desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "tell-dead-contact", Stop)));
        Assert.Equal(["order.delayed", "order.bounced", "order.bounced", "order.contact-dead"], await KindsAsync(sent));
        Assert.All(await ReadAsync(sent, Role.KomdigiOfficer), row => Assert.False(row.IsProven));
        await sent.Desk.WorkAsync();

        Expect.Value(await TakeAsync(sent, MailedOrder.Answer("desk@terjaga.example", "Halo.", more: $"In-Reply-To: <{sent.Notice.MessageId}>\r\n")));
        Assert.Single(await DeadAsync(sent));
        Expect.Value(await TakeAsync(sent, MailedOrder.Answer(sent.ReplyTo, "Halo.", "a2@situs.example")));
        Assert.Empty(await DeadAsync(sent));
    }

    [Fact]
    public async Task A_forged_address_and_a_mail_to_nobody_store_nothing()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        var sign = sent.ReplyTo.IndexOf('+', StringComparison.Ordinal);
        var forged = sent.ReplyTo[..(sign + 10)] + (sent.ReplyTo[sign + 10] == 'a' ? 'b' : 'a') + sent.ReplyTo[(sign + 11)..];

        Expect.Problem("mail.no-order", await TakeAsync(sent, MailedOrder.Answer(forged, "Sudah dihapus.")));
        Expect.Problem("mail.no-order", await TakeAsync(sent, MailedOrder.Answer("desk@terjaga.example", "Sudah dihapus.")));
        Expect.Problem("mail.no-order", await TakeAsync(sent, MailedOrder.Answer("desk@terjaga.example", "x", more: $"In-Reply-To: <order-{Guid.CreateVersion7()}@terjaga.example>\r\n")));
        Expect.Problem("mail.invalid", await TakeAsync(sent, "no mail"));

        Assert.Equal(0, await sent.Desk.ReadAsync(db => db.OrderReplies.CountAsync(Stop)));
        Assert.Empty(await KindsAsync(sent));
    }

    [Fact]
    public async Task Of_a_mail_of_thirty_megabytes_the_beginning_is_kept_and_sealed()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        var mail = MailedOrder.Answer(sent.ReplyTo, "Konten sudah kami hapus. " + new string('x', 30 * 1024 * 1024));

        Expect.Value(await TakeAsync(sent, mail));

        var row = Assert.Single(await ReadAsync(sent, Role.KomdigiOfficer));
        Assert.True(row.IsShortened);
        Assert.InRange(row.Text.Length, 1, MailLimits.MaxShownLength);
        var stored = await sent.Desk.ReadAsync(db => db.OrderReplies.AsNoTracking().SingleAsync(Stop));
        Assert.InRange(stored.SealedMail.Length, MailLimits.MaxBytes, MailLimits.MaxBytes + 64);
        var desk = sent.Desk.Services.GetRequiredService<DeskKey>();
        Assert.StartsWith("From: Abuse Desk", Encoding.UTF8.GetString(OrderReply.Open(desk, stored.Id, stored.WrappedKey, stored.SealedMail)), StringComparison.Ordinal);
        Assert.DoesNotContain("Abuse Desk", Encoding.Latin1.GetString(stored.SealedMail), StringComparison.Ordinal);
        Assert.DoesNotContain("hapus", Encoding.Latin1.GetString(stored.SealedText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_stored_leaves_nothing_behind()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        await sent.Desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER planted BEFORE INSERT ON events WHEN NEW.kind LIKE 'order.contact%' BEGIN SELECT RAISE(ABORT, 'planted'); END", Stop));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => TakeAsync(sent, sent.Bounce(sent.ReplyTo)));

        Assert.Equal(0, await sent.Desk.ReadAsync(db => db.OrderReplies.CountAsync(Stop)));
        Assert.Empty(await DeadAsync(sent));
        Assert.Empty(await KindsAsync(sent));
    }

    [Fact]
    public async Task Who_may_not_read_cases_reads_no_mail()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        Expect.Value(await TakeAsync(sent, MailedOrder.Answer(sent.ReplyTo, "Halo.")));

        Assert.Empty(await ReadAsync(sent, Role.Administrator));
    }

    /// <summary>A second later: what happens at one moment keeps its order only among some thousand ids of the process.</summary>
    private static Task<Result<TakeInMail.Taken>> TakeAsync(MailedOrder sent, string mail)
    {
        sent.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        return sent.Desk.RunAsync<TakeInMail, Result<TakeInMail.Taken>>(take => take.RunAsync(Encoding.UTF8.GetBytes(mail), Stop));
    }

    private static async Task<IReadOnlyList<ReadReplies.Row>> ReadAsync(MailedOrder sent, Role role)
    {
        var order = await sent.Desk.ReadAsync(db => db.Orders.AsNoTracking().SingleAsync(Stop));
        return await sent.Desk.RunAsync<ReadReplies, IReadOnlyList<ReadReplies.Row>>(read => read.RunAsync(TestDesk.As(role), order.CaseFileId, Stop));
    }

    private static Task<IReadOnlyList<ListDeadContacts.Row>> DeadAsync(MailedOrder sent) =>
        sent.Desk.RunAsync<ListDeadContacts, IReadOnlyList<ListDeadContacts.Row>>(list => list.RunAsync(Stop));

    /// <summary>What happened to the order since its notice went out.</summary>
    private static async Task<List<string>> KindsAsync(MailedOrder sent)
    {
        string[] before = [OrderEvents.Drafted, OrderEvents.Signed, OrderEvents.Sent];
        return await sent.Desk.ReadAsync(async db =>
        {
            var id = await db.Orders.Select(o => o.Id).SingleAsync(Stop);
            return await db.Events.Where(e => e.SubjectId == id && !before.Contains(e.Kind)).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Stop);
        });
    }
}
