using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Work;

/// <summary>One attempt at one piece of work: what it changes and its end are stored together.</summary>
internal sealed class WorkAttempt(IServiceScopeFactory scopes, TimeProvider clock, WorkKind kind)
{
    /// <summary>Races lost to another worker before the attempt counts as failed.</summary>
    private const int MaxRaces = 5;

    /// <summary>By which it is held; null before it was tried.</summary>
    private Guid? _lease;

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Attempts > Backoff.MaxAttempts)
            throw new TimeoutException($"Begun {item.Attempts - 1} times without an end; the worker may have died of it.");

        _lease = item.Lease;
        using var measure = new WorkMeasure(kind.Name, clock);
        for (var race = 1; ; race++)
        {
            try
            {
                await RunOnceAsync(item, race, cancellationToken);
                measure.Succeed();
                return;
            }
            catch (DbUpdateConcurrencyException exception) when (exception.Entries.Any(e => e.Entity is WorkItem))
            {
                // The lease ran out and another worker has it: what we did is not stored, and theirs will be.
                return;
            }
            catch (DbUpdateException) when (race < MaxRaces)
            {
                // Somebody stored the same thing first, and an index or a version let one of us win: look again.
            }
        }
    }

    /// <summary>All of them in one save. Throws whatever went wrong with one of them, and then nothing is stored.</summary>
    public async Task RunTogetherAsync(IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        using var measure = new WorkMeasure(kind.Name, clock);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        db.Work.AttachRange(items);
        await ((IManyWorkHandler)scope.ServiceProvider.GetRequiredService(kind.Handler)).RunAsync(items, cancellationToken);
        foreach (var item in items)
            End(db, item);
        await db.SaveChangesAsync(cancellationToken);
        measure.Succeed();
    }

    /// <summary>Keeps the error; lets the work be tried again later, no earlier than the other side asked, or parks it and tells people.</summary>
    public async Task FailAsync(WorkItem item, Exception exception, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        if (await HeldAsync(db, item, cancellationToken) is not { } held)
            return;

        var now = clock.GetUtcNow();
        var error = $"{exception.GetType().Name}: {exception.GetBaseException().Message}";
        if (held.Attempts >= Backoff.MaxAttempts || (exception is HopelessException && held.Every is null))
        {
            held.Park(now, error);
            if (scope.ServiceProvider.GetKeyedService<IParkedWork>(kind.Name) is { } people)
                await people.TellAsync(held, exception, cancellationToken);
        }
        else
        {
            held.Retry(now + WaitAfter(held, exception), error);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static TimeSpan WaitAfter(WorkItem held, Exception exception)
    {
        var wait = Backoff.After(held.Every is null ? held.Attempts : Backoff.MaxAttempts, Random.Shared.NextDouble());
        return exception is AskedToWaitException asked && asked.Wait > wait ? asked.Wait : wait;
    }

    /// <summary>The row as it is stored; null where the lease is lost. A handler that failed may have let its own copy come back.</summary>
    private Task<WorkItem?> HeldAsync(TerjagaDb db, WorkItem item, CancellationToken cancellationToken) =>
        db.Work.SingleOrDefaultAsync(w => w.Id == item.Id && w.Lease == (_lease ?? item.Lease), cancellationToken);

    private async Task RunOnceAsync(WorkItem item, int race, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        if ((race == 1 ? db.Work.Attach(item).Entity : await HeldAsync(db, item, cancellationToken)) is not { } held)
            return;
        await ((IWorkHandler)scope.ServiceProvider.GetRequiredService(kind.Handler)).RunAsync(held, cancellationToken);
        End(db, held);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What its handler did not let come back is over, or recurs.</summary>
    private void End(TerjagaDb db, WorkItem held)
    {
        if (held.Lease is null)
            return;
        if (held.Every is { } every)
            held.ComeBack(clock.GetUtcNow() + every);
        else
            db.Work.Remove(held);
    }
}
