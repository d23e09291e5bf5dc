using System.Globalization;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>Scripted people carry real texts from the report to what is known of them in the end, at twenty platforms, while the desk is killed again and again.</summary>
internal sealed class Rehearsal(Plan plan, string? connectionString, Action<string> say) : IDisposable
{
    /// <summary>What the rehearsal came to.</summary>
    /// <param name="Broken">Promises that were not kept; each is one sentence.</param>
    public sealed record Outcome(string Report, IReadOnlyList<string> Broken);

    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly SemaphoreSlim _oneMail = new(1, 1);
    private int _kills, _comingBack;
    private string _said = "";

    public void Dispose() => _oneMail.Dispose();

    public async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        var port = new DeskPort();
        var items = RehearsalItems.Place(plan.Items, Platforms.All);
        await using var world = new OutsideWorld(items, port.Address, plan.ConfirmAfter);
        await world.StartAsync(cancellationToken);
        var settings = world.SettingsFor(plan);
        if (connectionString is not null)
            settings["Database__ConnectionString"] = connectionString;
        await using var desk = new DeskProcess(settings, port.Number);
        world.Bounce = mail => BringBackAsync(desk, mail, cancellationToken);
        await (connectionString is null ? desk.StartStaffedAsync(cancellationToken) : desk.StartAsync(cancellationToken));
        await using var worker = desk.NewWorker();
        if (connectionString is not null)
            await worker.StartAsync(cancellationToken);
        using var people = new People(desk, world);
        await people.PrepareAsync(plan.Deadline, cancellationToken);

        var books = new Books(desk, connectionString);
        await WorkAsync(desk, world, people, books, cancellationToken);
        Progress("all is known");
        var promises = new Promises(world, books, people, plan);
        var broken = await promises.BrokenAsync(_kills, cancellationToken);
        return new Outcome(await ReportAsync(world, books, promises, cancellationToken), broken);
    }

    private async Task WorkAsync(DeskProcess desk, OutsideWorld world, People people, Books books, CancellationToken cancellationToken)
    {
        using var known = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var killing = KillAgainAndAgainAsync(desk, known.Token);
        try
        {
            await people.ReportAllAsync(cancellationToken);
            Progress("all is reported and read");
            await UntilAllIsKnownAsync(world, people, books, cancellationToken);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{killing.Exception}\nThe desk said last:\n{desk.LastSaid}", exception);
        }
        finally
        {
            await known.CancelAsync();
            await killing;
        }
    }

    private async Task KillAgainAndAgainAsync(DeskProcess desk, CancellationToken known)
    {
        var draw = new Random(plan.Seed);
        for (var kill = 0; kill < plan.Kills; kill++)
        {
            await Task.Delay(desk.StartTook * (plan.LongestLife * draw.NextDouble()), known).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (known.IsCancellationRequested)
                return;
            await desk.KillAsync();
            await desk.StartAsync(CancellationToken.None);
            _kills++;
            Progress("killed and started again");
        }
    }

    /// <summary>The officers work until nothing is left for them and every order has come to an end that is known.</summary>
    private async Task UntilAllIsKnownAsync(OutsideWorld world, People people, Books books, CancellationToken cancellationToken)
    {
        while (true)
        {
            var moved = await people.RoundAsync(cancellationToken);
            var orders = (await books.OrdersAsync(cancellationToken)).GroupBy(o => o.Number).ToDictionary(o => o.Key, o => o.ToList());
            var sending = await books.CountAsync("SELECT count(*) FROM work WHERE parked_at IS NULL AND kind IN ('send-notice', 'tell-dead-contact', 'check-order-now')", cancellationToken);
            var comingBack = Volatile.Read(ref _comingBack);
            var open = world.Items.Where(i => orders.TryGetValue(i.Number, out var own) ? !Endings.IsKnown(i, own) : i.IsOffer).ToList();
            Progress($"{moved} cases moved, {orders.Count} places ordered, {open.Count} not known, {sending} to send, {comingBack} coming back");
            if (moved == 0 && open.Count == 0 && sending == 0 && comingBack == 0)
                return;
            if (TimeProvider.System.GetElapsedTime(_began) > plan.Patience)
            {
                var waits = open.Take(20).Select(i => $"{i.Address} ({i.Platform.Ends}): {(orders.TryGetValue(i.Number, out var own) ? string.Join(" then ", own) : "no order")}");
                throw new TimeoutException($"Not all is known after {plan.Patience}; {sending} pieces of sending, {comingBack} bounces and {open.Count} orders wait:\n{string.Join('\n', waits)}");
            }

            await Task.Delay(plan.Rest, cancellationToken);
        }
    }

    /// <summary>A mail server hands a bounce over, one after another, until the desk has stored it.</summary>
    private async Task BringBackAsync(DeskProcess desk, string mail, CancellationToken cancellationToken)
    {
        // sysexits.h: EX_TEMPFAIL.
        const int TryAgain = 75;
        Interlocked.Increment(ref _comingBack);
        await _oneMail.WaitAsync(cancellationToken);
        while (await desk.RunVerbAsync("mail-in", mail, cancellationToken) == TryAgain)
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        _oneMail.Release();
        Interlocked.Decrement(ref _comingBack);
    }

    private async Task<string> ReportAsync(OutsideWorld world, Books books, Promises promises, CancellationToken cancellationToken)
    {
        var cases = await books.CountAsync("SELECT count(DISTINCT case_file_id) FROM case_reports", cancellationToken);
        var looks = await books.CountAsync("SELECT count(*) FROM captures", cancellationToken);
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Database}, seed {plan.Seed}: {plan.Items} items in {cases} cases; {world.Letters.Count} letters, {world.Letters.Values.Sum()} deliveries; {looks} looks; longest wait between looks {plan.LongestWait.TotalSeconds:F0} s, slowest come-back found after {promises.SlowestComeBack.TotalSeconds:F1} s; {_kills} kills; {TimeProvider.System.GetElapsedTime(_began).TotalSeconds:F0} s.");
        return TruthReport.Write(summary, await books.OrdersAsync(cancellationToken), world.Items.ToDictionary(i => i.Number));
    }

    /// <summary>Says what is new.</summary>
    private void Progress(string what)
    {
        if (Interlocked.Exchange(ref _said, what) != what)
            say(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetElapsedTime(_began).TotalSeconds,6:F0} s: {what}"));
    }
}
