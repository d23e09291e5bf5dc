using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Answers;

/// <summary>What a recipient does with its key: it fetches, answers many at once, and objects.</summary>
public sealed class AnswerOrdersTests(ScratchPostgres postgres)
{
    private const int Places = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_letter_that_waits_is_sent_when_its_recipient_fetches_it_and_then_each_answer_counts_once(string database)
    {
        await using var pulled = await PulledOrders.OpenAsync(database, postgres, RecipientChannel.PullApi, Places);
        await AssertFetchedOnceAsync(pulled);
        var ids = (await pulled.Desk.OrdersAsync()).ConvertAll(o => $"{o.Id:D}");
        await AssertEachRowIsAnsweredAsync(pulled, ids);
        await AssertAnyOrderLeadsToAKnownStateAsync(pulled, ids);
        await AssertAtOnceIsOnceAsync(pulled, ids);
        await AssertAnObjectionIsAnAppealAsync(pulled);
        foreach (var order in await pulled.Desk.OrdersAsync())
            Assert.Equal(order.State, (await pulled.Desk.EventsAsync(order.Id)).Select(e => e.Kind).Aggregate(OrderState.Drafted, OrderEvents.Next));
    }

    private static async Task AssertFetchedOnceAsync(PulledOrders pulled)
    {
        var letter = await pulled.LetterAsync();
        Assert.NotNull(letter.ComposedAt);
        Assert.Null(letter.SentAt);
        Assert.All(await pulled.Desk.OrdersAsync(), o => Assert.Equal((OrderState.Signed, null), (o.State, o.SentAt)));
        Assert.Empty((await OwnAsync(pulled, pulled.RecipientId)).Orders);
        Assert.Equal(0, await pulled.WorkAsync("send-notice"));

        var other = await pulled.RecipientAsync("Lain", TestSite.Host, RecipientChannel.PullApi);
        Expect.Problem("dispatch.unknown", await pulled.OpenLetterAsync(other));
        await Task.WhenAll(pulled.OpenLetterAsync(pulled.RecipientId), pulled.OpenLetterAsync(pulled.RecipientId));
        Expect.Value(await pulled.OpenLetterAsync(pulled.RecipientId));

        Assert.Equal((1, Places), (await pulled.CountAsync("letter.fetched"), await pulled.CountAsync("order.sent")));
        Assert.Equal((Places, Places), (await pulled.WorkAsync("check-order"), await pulled.WorkAsync("order-deadline")));
        Assert.Equal(Places, (await OwnAsync(pulled, pulled.RecipientId)).Orders.Count);
        Assert.Empty((await OwnAsync(pulled, other)).Orders);
        var order = (await pulled.Desk.OrdersAsync())[0];
        Assert.Equal(TimeSpan.FromHours(24), order.DeadlineAt - order.SentAt);
        Assert.Equal(["order.unknown"], Expect.Value(await pulled.AnswerAsync(other, new AnswerOrders.Row($"{order.Id:D}", "removed"))).Rows.Select(row => row.Code));
        Expect.Problem("order.unknown", await pulled.ObjectAsync(other, order.Id, "Bukan di sini."));
    }

    private static async Task AssertEachRowIsAnsweredAsync(PulledOrders pulled, List<string> ids)
    {
        AnswerOrders.Row[] rows =
        [
            new(ids[0], "removed", null, "2026-11-24T03:00:00Z"), new(ids[1], "partly", "Gambar belum."), new(ids[2], "refused", "Punya izin."),
            new(ids[3], "refused"), new("bukan", "removed"), new(ids[3], "dihapus"), new(ids[3], "removed", null, "2099-01-01"), new($"{Guid.CreateVersion7()}", "removed"), new(null, null),
        ];
        string?[] codes = [null, null, null, "reason.required", "order.unknown", "answer.invalid", "answer.time-invalid", "order.unknown", "order.unknown"];
        for (var repetition = 0; repetition < 2; repetition++)
        {
            var told = Expect.Value(await pulled.AnswerAsync(pulled.RecipientId, rows));
            Assert.Equal(codes, told.Rows.Select(row => row.Code));
            Assert.Equal((3, 6), (told.Taken, told.Refused));
        }

        var orders = await pulled.Desk.OrdersAsync();
        Assert.Equal([OrderState.SaidRemoved, OrderState.Sent, OrderState.Refused, OrderState.Sent], orders.Take(4).Select(o => o.State));
        Assert.Equal([true, true, true, false], orders.Take(4).Select(o => o.AcknowledgedAt is not null));
        Assert.Equal((1, 1, 1), (await pulled.CountAsync("order.said-removed"), await pulled.CountAsync("order.said-partly"), await pulled.CountAsync("order.refused")));
        Assert.Equal(2, await pulled.WorkAsync(CheckOrderJob.OnceKind));
        var said = (await pulled.Desk.EventsAsync(orders[0].Id)).Single(e => e.Kind == "order.said-removed");
        Assert.Equal(("2026-11-24 03:00 UTC", Actor.Recipient(pulled.RecipientId)), (said.Reason, said.Actor));
        Expect.Problem("answers.count-invalid", await pulled.AnswerAsync(pulled.RecipientId));
        Expect.Problem("answers.count-invalid", await pulled.AnswerAsync(pulled.RecipientId, [.. Enumerable.Repeat(rows[0], AnswerOrders.MaxRows + 1)]));
    }

    private static async Task AssertAnyOrderLeadsToAKnownStateAsync(PulledOrders pulled, List<string> ids)
    {
        (string Status, OrderState State)[] said =
        [
            ("acknowledged", OrderState.SaidRemoved), ("refused", OrderState.Refused), ("removed", OrderState.SaidRemoved), ("partly", OrderState.Sent), ("removed", OrderState.SaidRemoved),
        ];
        foreach (var (status, state) in said)
        {
            Assert.Equal(1, Expect.Value(await pulled.AnswerAsync(pulled.RecipientId, new AnswerOrders.Row(ids[0], status, "Kata."))).Taken);
            Assert.Equal(state, (await pulled.Desk.OrdersAsync())[0].State);
        }

        // In one call the same holds, in the order of its rows.
        var told = Expect.Value(await pulled.AnswerAsync(pulled.RecipientId, new AnswerOrders.Row(ids[3], "acknowledged"), new AnswerOrders.Row(ids[3], "removed"), new AnswerOrders.Row(ids[3], "refused", "Salah.")));
        Assert.Equal((3, OrderState.Refused), (told.Taken, (await pulled.Desk.OrdersAsync())[3].State));
    }

    private static async Task AssertAtOnceIsOnceAsync(PulledOrders pulled, List<string> ids)
    {
        var before = (await pulled.CountAsync("order.said-removed"), await pulled.CountAsync("order.said-partly"));
        AnswerOrders.Row[] rows = [new(ids[4], "removed"), new(ids[5], "partly", "Satu dari dua.")];
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pulled.AnswerAsync(pulled.RecipientId, rows)));
        Assert.All(told, result => Assert.Equal(2, Expect.Value(result).Taken));
        Assert.Equal((before.Item1 + 1, before.Item2 + 1), (await pulled.CountAsync("order.said-removed"), await pulled.CountAsync("order.said-partly")));
    }

    private static async Task AssertAnObjectionIsAnAppealAsync(PulledOrders pulled)
    {
        var orders = await pulled.Desk.OrdersAsync();
        Expect.Problem("reason.required", await pulled.ObjectAsync(pulled.RecipientId, orders[0].Id, " "));
        await Task.WhenAll(pulled.ObjectAsync(pulled.RecipientId, orders[0].Id, "Iklan sah."), pulled.ObjectAsync(pulled.RecipientId, orders[1].Id, "Ini berita."));
        Expect.Value(await pulled.ObjectAsync(pulled.RecipientId, orders[0].Id, "Iklan sah."));
        Expect.Value(await pulled.ObjectAsync(pulled.RecipientId, orders[1].Id, "Ini berita."));

        Assert.Equal(2, await pulled.CountAsync("order.objected"));
        Assert.Equal(1, await pulled.CountAsync(CaseEvents.AppealReceived));
        var appeal = await pulled.Desk.ReadAsync(db => db.Appeals.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((AppealBy.Recipient, AppealState.Open, pulled.CaseId, Actor.Recipient(pulled.RecipientId)), (appeal.By, appeal.State, appeal.CaseFileId, appeal.RecordedBy));
    }

    private static Task<ReadOwnOrders.Page> OwnAsync(PulledOrders pulled, Guid recipientId) =>
        pulled.Desk.RunAsync<ReadOwnOrders, ReadOwnOrders.Page>(read => read.RunAsync(recipientId, new(), Stop));
}
