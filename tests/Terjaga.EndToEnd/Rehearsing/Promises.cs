using static Terjaga.EndToEnd.Rehearsing.FictionalPlatform;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>What a desk promises, held against the records of the outside world. Each broken promise is one sentence.</summary>
internal sealed class Promises(OutsideWorld world, Books books, People people, Plan plan)
{
    /// <summary>Longest look: a claim rests on an answer that came no earlier before it was stored.</summary>
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(30);

    /// <summary>Share by which the desk spreads its looks, and what else a machine of two cores takes.</summary>
    private const double Jitter = 0.1;

    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(5);

    /// <summary>What a dead worker held is taken by another once its lease is over: the longest is that of captures.</summary>
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(45);

    /// <summary>Receipts that are asked for, at most.</summary>
    private const int MostReceipts = 1_000;

    /// <summary>Letters that a kill can send a second time: as many as the desk sends at once.</summary>
    private const int AtOnce = 8;

    private readonly List<string> _broken = [];
    private readonly Dictionary<int, PlacedItem> _items = world.Items.ToDictionary(i => i.Number);

    /// <summary>How long after it was shown again the slowest come-back was found; none where nothing came back.</summary>
    public TimeSpan SlowestComeBack { get; private set; }

    public async Task<IReadOnlyList<string>> BrokenAsync(int kills, CancellationToken cancellationToken)
    {
        var orders = await books.OrdersAsync(cancellationToken);
        await EveryReportIsThereOnceAsync(cancellationToken);
        await EachLetterIsOneAsync(orders, kills, cancellationToken);
        await StatesAreWhatEventsMakeAsync(orders, cancellationToken);
        await NothingIsGivenUpUntoldAsync(orders, cancellationToken);
        await ReceiptsAnswerTrulyAsync(orders, cancellationToken);
        foreach (var (number, own) in orders.GroupBy(o => o.Number).Select(o => (o.Key, o.ToList())))
            Check(Endings.IsKnown(_items[number], own), $"{_items[number].Address} ends as {own[^1]}");
        foreach (var order in orders.Where(o => o.ConfirmedGoneAt is not null))
            GoneIsBorneOut(order);
        ComeBacksAreFound(orders, kills);
        Check(world is { Forged: 0, Impatient: 0, Misunderstood: 0 }, $"calls: {world.Forged} forged, {world.Impatient} too early, {world.Misunderstood} answers not taken");
        return _broken;
    }

    private void Check(bool isKept, string said)
    {
        if (!isKept)
            _broken.Add(said);
    }

    private async Task EveryReportIsThereOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var sql in (string[])["SELECT count(*) FROM reports", "SELECT count(*) FROM case_reports", "SELECT count(DISTINCT item_id) FROM case_reports"])
        {
            var count = await books.CountAsync(sql, cancellationToken);
            Check(count == plan.Items, $"{sql}: {count} of {plan.Items}");
        }

        Check(people.Receipts.Count == plan.Items, $"{people.Receipts.Count} receipts");
    }

    /// <remarks>What was repeated after a kill carries the same identity, and the receiver counts it once.</remarks>
    private async Task EachLetterIsOneAsync(List<Books.Order> orders, int kills, CancellationToken cancellationToken)
    {
        var sent = orders.Where(o => o.SentAt is not null).Select(o => o.Id).ToHashSet();
        Check(sent.SetEquals(world.Told.Keys), $"{sent.Except(world.Told.Keys).Count()} orders called sent that nobody got, {world.Told.Keys.Except(sent).Count()} got and not called sent");
        Check(world.Told.Values.All(letters => letters == 1), "An order stood in two letters.");
        var letters = await books.IdsAsync("SELECT id FROM dispatches WHERE sent_at IS NOT NULL", cancellationToken);
        Check(letters.ToHashSet().SetEquals(world.Letters.Keys), "The letters that were sent are not those that came.");
        var again = world.Letters.Values.Sum() - world.Letters.Count;
        Check(again <= kills * AtOnce, $"{again} letters came again: more than {kills} kills explain.");
    }

    private async Task StatesAreWhatEventsMakeAsync(List<Books.Order> orders, CancellationToken cancellationToken)
    {
        foreach (var (kind, expected) in new[] { ("order.signed", orders.Count), ("order.sent", orders.Count(o => o.SentAt is not null)), ("order.came-back", orders.Count(o => o.CameBackAt is not null)) })
        {
            var all = await books.CountAsync($"SELECT count(*) FROM events WHERE kind = '{kind}'", cancellationToken);
            var once = await books.CountAsync($"SELECT count(DISTINCT subject_id) FROM events WHERE kind = '{kind}'", cancellationToken);
            Check(all == expected && once == expected, $"{kind}: {all} events of {once} orders for {expected}");
        }

        Check(await books.CountAsync("SELECT count(*) FROM events WHERE actor = ''", cancellationToken) == 0, "An event has no actor.");
        foreach (var item in _items.Values.Where(i => i.IsOffer).ExceptBy(orders.Select(o => o.Number), i => i.Number))
            Check(false, $"{item.Address} was verified and has no order.");
    }

    /// <summary>Work is given up only where a mail server refuses for good, and then it stands at its orders and at the contact.</summary>
    private async Task NothingIsGivenUpUntoldAsync(List<Books.Order> orders, CancellationToken cancellationToken)
    {
        var stuck = orders.Where(o => _items[o.Number].Platform.Ends == Ending.NotDelivered).ToList();
        var parked = await books.IdsAsync("SELECT subject_id FROM work WHERE parked_at IS NOT NULL", cancellationToken);
        Check(parked.ToHashSet().SetEquals(stuck.Select(o => o.Letter!)), $"{parked.Count} pieces of work were given up for {stuck.Select(o => o.Letter).Distinct().Count()} letters that nobody takes");
        var told = await books.IdsAsync("SELECT subject_id FROM events WHERE kind = 'order.not-delivered'", cancellationToken);
        Check(told.ToHashSet().SetEquals(stuck.Select(o => o.Id)), $"{told.Count} of {stuck.Count} orders say that they were not delivered");
        var dead = await books.CountAsync("SELECT count(*) FROM dead_contacts", cancellationToken);
        var expected = orders.Select(o => _items[o.Number].Platform).Where(p => p.Takes is Taking.RefusesForGood or Taking.Bounces).Distinct().Count();
        Check(dead == expected, $"{dead} of {expected} dead contacts are known");
    }

    private async Task ReceiptsAnswerTrulyAsync(List<Books.Order> orders, CancellationToken cancellationToken)
    {
        var cases = orders.GroupBy(o => o.CaseId).ToDictionary(o => o.Key, o => o.Where(order => order.State != "CameBack").ToList());
        var rows = await books.ReadAsync(
            "SELECT c.case_file_id, i.address, c.is_danger FROM case_reports c JOIN items i ON i.id = c.item_id ORDER BY i.address",
            row => (Case: Books.Id(row[0])!, Number: RehearsalItems.NumberOf(row.GetString(1)), IsDanger: row.GetBoolean(2)), cancellationToken);
        var every = Math.Max(1, rows.Count / MostReceipts);
        foreach (var (id, number, isDanger) in rows.Where((_, i) => i % every == 0))
        {
            var (all, gone) = (cases.GetValueOrDefault(id)?.Count ?? 0, cases.GetValueOrDefault(id)?.Count(o => o.State == "ConfirmedGone") ?? 0);
            var expected = (all, gone) switch
            {
                (0, _) => "closed",
                _ when gone == all => "gone",
                (_, > 0) => "partly-gone",
                _ => isDanger ? "danger-help" : "ordered",
            };
            var said = await people.StateBehindReceiptAsync(number, cancellationToken);
            Check(said == expected, $"The receipt of {_items[number].Address} says {said}, and its {gone} of {all} orders say {expected}.");
        }
    }

    /// <summary>Two different answers of the site, one before each of the two sightings, did not show the content.</summary>
    private void GoneIsBorneOut(Books.Order order)
    {
        var gone = _items[order.Number].Showings.Where(s => !s.IsContent).ToList();
        PlacedItem.Showing? Behind(DateTimeOffset? at) => gone.FindLast(s => s.At <= at && s.At > at - _look);
        var (first, second) = (Behind(order.SeenGoneAt), Behind(order.ConfirmedGoneAt));
        Check(first is not null && second is not null && first != second, $"{order.Address} was called gone, and its site did not show that.");
    }

    private void ComeBacksAreFound(List<Books.Order> orders, int kills)
    {
        var interval = (plan.LongestWait * (1 + Jitter)) + _grace + (kills > 0 ? _lease : TimeSpan.Zero);
        foreach (var order in orders.Where(o => o.CameBackAt is not null && _items[o.Number].BackAt is not null))
        {
            var wait = order.CameBackAt!.Value - _items[order.Number].BackAt!.Value;
            SlowestComeBack = wait > SlowestComeBack ? wait : SlowestComeBack;
            Check(wait <= interval, $"{order.Address} was back for {wait} before anybody saw.");
        }
    }
}
