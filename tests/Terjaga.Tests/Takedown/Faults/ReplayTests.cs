using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Events;
using Terjaga.Takedown;

namespace Terjaga.Tests.Takedown.Faults;

/// <summary>A recipient that repeats itself, at once, and in the wrong order.</summary>
public sealed class ReplayTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    private static readonly object _removed = new { Status = "removed" }, _refused = new { Status = "refused", Reason = "Punya izin." };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_answer_at_once_and_again_is_one_answer()
    {
        var order = await SentAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnswerAsync(order, _removed)));
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK, $"{status}"));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(order, _removed));

        Assert.Equal([OrderEvents.Sent, OrderEvents.SaidRemoved], await KindsAsync(order));
    }

    [Fact]
    public async Task An_old_answer_that_comes_again_is_the_last_word_and_leads_to_a_known_state_and_never_to_gone()
    {
        var order = await SentAsync();
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(order, _removed));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(order, _refused));
        var answered = await ReadAsync(db => db.Orders.AsNoTracking().SingleAsync(o => o.Id == order, Stop));

        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(order, _removed));

        var after = await ReadAsync(db => db.Orders.AsNoTracking().SingleAsync(o => o.Id == order, Stop));
        Assert.Equal((OrderState.SaidRemoved, answered.AcknowledgedAt, null), (after.State, after.AcknowledgedAt, after.SeenGoneAt));
        Assert.Equal([OrderEvents.Sent, OrderEvents.SaidRemoved, OrderEvents.Refused, OrderEvents.SaidRemoved], await KindsAsync(order));
    }

    [Fact]
    public async Task Whoever_answers_without_end_is_no_longer_listened_to_and_fills_nothing()
    {
        var order = await SentAsync();
        var status = HttpStatusCode.OK;
        for (var answer = 0; answer < 2 * Order.MostHappenings && status == HttpStatusCode.OK; answer++)
            status = await AnswerAsync(order, answer % 2 == 0 ? _removed : _refused);

        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.InRange((await KindsAsync(order)).Count, 2, Order.MostHappenings);
    }

    [Fact]
    public async Task An_answer_to_no_order_of_ours_is_unknown() =>
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync("forged", _removed));

    /// <summary>An order whose letter the recipient has: its first answer proves that.</summary>
    private async Task<Guid> SentAsync() => await ReadAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        Guid At() => TimeOrderedId.At(now);
        var basis = await db.LegalBases.OrderBy(l => l.Id).FirstAsync(Stop);
        var order = Order.Draft(At(), At(), At(), basis.Id, new LegalReview(null, null), At(), now);
        db.Orders.Add(order);
        order.Happen(now, OrderEvents.Signed, Actor.Machine("test"));
        await db.SaveChangesAsync(Stop);
        return order.Id;
    });

    private Task<HttpStatusCode> AnswerAsync(Guid order, object answer) =>
        AnswerAsync(desk.Desk.Services.GetRequiredService<AnswerToken>().For(order), answer);

    private async Task<HttpStatusCode> AnswerAsync(string token, object answer)
    {
        using var said = await desk.Desk.Browser.PostAsJsonAsync(new Uri($"/api/answers/{token}", UriKind.Relative), answer, Stop);
        return said.StatusCode;
    }

    private Task<List<string>> KindsAsync(Guid order) =>
        ReadAsync(db => db.Events.AsNoTracking().Where(e => e.SubjectId == order).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Stop));

    private async Task<T> ReadAsync<T>(Func<TerjagaDb, Task<T>> read)
    {
        await using var scope = desk.Desk.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TerjagaDb>());
    }
}
