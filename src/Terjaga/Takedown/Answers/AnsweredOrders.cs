using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Answers;

/// <summary>The orders of one call as they are, and what its answers make of them; stored with a statement for those that go the same way.</summary>
internal sealed class AnsweredOrders(IEnumerable<Order> orders, IEnumerable<OrderAnswer> saidPartly, DateTimeOffset now)
{
    /// <summary>An order before the call, for the condition under which it is changed.</summary>
    private sealed record Before(OrderState State, int Version);

    private readonly Dictionary<Guid, Order> _orders = orders.ToDictionary(o => o.Id);

    private readonly Dictionary<Guid, Before> _before = [];

    private readonly HashSet<OrderAnswer> _saidPartly = [.. saidPartly];

    private readonly List<DeskEvent> _events = [];

    private readonly HashSet<Guid> _looks = [];

    /// <summary>Null where the answer is taken, now or before; else the code of what is wrong.</summary>
    public string? Hear(OrderAnswer answer)
    {
        if (!_orders.TryGetValue(answer.Order, out var order))
            return "order.unknown";
        if (IsKnown(order, answer))
            return null;
        if (order.Version >= Order.MostHappenings || (answer.Status != SaidStatus.Acknowledged && !OrderEvents.IsOpenTo(order.State, answer.Kind)))
            return "order.answer-closed";

        _before.TryAdd(order.Id, new Before(order.State, order.Version));
        order.Acknowledge(now);
        _events.Add(order.Happen(now, answer.Kind, Actor.Recipient(order.RecipientId), answer.Reason));
        if (answer.Status == SaidStatus.Partly)
            _saidPartly.Add(answer);
        if (answer.Status is SaidStatus.Removed or SaidStatus.Partly)
            _looks.Add(order.Id);
        return null;
    }

    /// <summary>Called inside <see cref="TerjagaDb.TogetherAsync"/>. Throws <see cref="DbUpdateConcurrencyException"/> where an order has changed since it was read.</summary>
    public async Task StoreAsync(TerjagaDb db, CancellationToken cancellationToken)
    {
        var ways = _before.GroupBy(pair => new { pair.Value.State, pair.Value.Version, To = _orders[pair.Key].State, Is = _orders[pair.Key].Version });
        foreach (var way in ways)
        {
            Guid[] ids = [.. way.Select(pair => pair.Key)];
            var count = await db.Orders.Where(o => ids.Contains(o.Id) && o.State == way.Key.State && o.Version == way.Key.Version).ExecuteUpdateAsync(
                set => set.SetProperty(o => o.State, way.Key.To).SetProperty(o => o.Version, way.Key.Is).SetProperty(o => o.AcknowledgedAt, o => o.AcknowledgedAt ?? now),
                cancellationToken);
            if (count != ids.Length)
                throw new DbUpdateConcurrencyException("An order changed while it was answered.");
        }

        await db.InsertAllAsync(_events, cancellationToken);
        await db.InsertAllAsync(_looks.Select(id => WorkItem.Schedule(CheckOrderJob.OnceKind, id, now, now)), cancellationToken);
    }

    /// <summary>Whether it was said before, or the desk has seen it already: nothing more happens.</summary>
    private bool IsKnown(Order order, OrderAnswer answer) => answer.Status switch
    {
        SaidStatus.Acknowledged => order.AcknowledgedAt is not null,
        SaidStatus.Removed => order.State is OrderState.SaidRemoved or OrderState.SeenGone or OrderState.ConfirmedGone,
        SaidStatus.Partly => order.State is OrderState.SeenGone or OrderState.ConfirmedGone || (order.State == OrderState.Sent && _saidPartly.Contains(answer)),
        _ => order.State == OrderState.Refused,
    };
}
