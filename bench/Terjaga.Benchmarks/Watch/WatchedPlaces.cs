using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common;
using Terjaga.Common.Http;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Evidence.Store;
using Terjaga.Takedown;

namespace Terjaga.Benchmarks.Watch;

/// <summary>Fills a desk with places that were ordered down and are watched.</summary>
internal static class WatchedPlaces
{
    /// <summary>Rows that are made and stored together.</summary>
    private const int Together = 10_000;

    /// <param name="due">How many of them are to be looked at now; the others within the next day.</param>
    public static async Task FillAsync(IServiceProvider desk, int places, int due, CancellationToken cancellationToken)
    {
        await using (var scope = desk.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<TerjagaDb>().Work.ExecuteDeleteAsync(cancellationToken);
        for (var first = 0; first < places; first += Together)
        {
            Progress.Say($"{first} of {places} watched places");
            await using var scope = desk.CreateAsyncScope();
            await FillAsync(scope.ServiceProvider, Enumerable.Range(first, Together), places, due, cancellationToken);
        }

        await using var last = desk.CreateAsyncScope();
        await last.ServiceProvider.GetRequiredService<TerjagaDb>().Database.ExecuteSqlAsync($"ANALYZE", cancellationToken);
    }

    private static async Task FillAsync(IServiceProvider scope, IEnumerable<int> numbers, int places, int due, CancellationToken cancellationToken)
    {
        var (db, store) = (scope.GetRequiredService<TerjagaDb>(), scope.GetRequiredService<EvidenceStore>());
        var now = TimeProvider.System.GetUtcNow();
        List<Item> items = [.. numbers.Select(number => Item.Find(WebAddress.FromStorage(WatchedSite.AddressOf(number)), now))];
        List<Terjaga.Evidence.Capture> captures = [.. items.Zip(numbers, (item, number) => ShownBefore(item, number, now))];
        List<Order> orders = items.ConvertAll(item => OrderOf(item, now.AddDays(-2)));
        var works = orders.Zip(numbers, (order, number) =>
            WorkItem.Schedule(CheckOrderJob.Kind, order.Id, now, number < due ? now.AddMinutes(-1) : now.AddHours(1).AddDays((double)number / places)));
        List<HeldContent> held = [.. items.Zip(numbers, (item, number) => (item.Id, number)).Where(place => place.number < due).Select(place => new HeldContent(place.Id, BodyOf(place.number)))];
        if (held.Count > 0)
            await store.KeepAllAsync(held, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.TogetherAsync(
            async () =>
            {
                await db.InsertAllAsync(items, cancellationToken);
                await db.InsertAllAsync(captures, cancellationToken);
                await db.InsertAllAsync(orders, cancellationToken);
                await db.InsertAllAsync(works, cancellationToken);
            },
            cancellationToken);
    }

    private static byte[] BodyOf(int number) => Encoding.UTF8.GetBytes(WatchedSite.PageOf(WatchedSite.PathOf(number)));

    private static Terjaga.Evidence.Capture ShownBefore(Item item, int number, DateTimeOffset now)
    {
        var body = BodyOf(number);
        return Terjaga.Evidence.Capture.Keep(
            TimeOrderedId.At(now), item.Id, CaptureOccasion.Order,
            new SeenPlace(new FetchOutcome(200, null, item.Address, "text/html", body, []), [], null, null, "Operator pabrik, gaji 15 juta, visa turis dulu, tiket ditanggung."),
            new CaptureFiles(EvidenceStore.HashOf(item.Id.ToByteArray()), EvidenceStore.HashOf(body), null), now);
    }

    private static Order OrderOf(Item item, DateTimeOffset then)
    {
        var order = Order.Draft(Guid.Empty, item.Id, Guid.Empty, Guid.Empty, new LegalReview(null, null), Guid.Empty, then);
        order.Happen(then, OrderEvents.Drafted, Actor.Machine(CheckOrderJob.Kind));
        order.Happen(then, OrderEvents.Signed, Actor.Machine(CheckOrderJob.Kind));
        order.Send(then, TimeSpan.FromDays(1), Actor.Machine(CheckOrderJob.Kind), then, how: null);
        return order;
    }
}
