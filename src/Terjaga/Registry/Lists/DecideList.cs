using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;

namespace Terjaga.Registry.Lists;

/// <summary>A person takes a list that waits, so that the desk answers by it, or refuses it.</summary>
public sealed class DecideList(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReasonLength = DeskEvent.MaxReasonLength;

    /// <param name="Reason">Needed to refuse, and to take a list that shrinks or lost rows to faults.</param>
    public sealed record Input(Guid Id, bool IsTaken, string? Reason);

    /// <summary>Fails with <c>list.decided</c>, <c>list.mixed</c> or <c>reason.missing</c>.</summary>
    public async Task<Result<Done>> RunAsync(Input input, Actor by, CancellationToken cancellationToken)
    {
        var snapshot = await db.Snapshots.SingleOrDefaultAsync(s => s.Id == input.Id && s.State == SnapshotState.Waiting, cancellationToken);
        if (snapshot is null)
            return new Problem("list.decided");
        var reason = input.Reason?.Trim();
        if (reason is { Length: > MaxReasonLength } || (reason is not { Length: > 0 } && (!input.IsTaken || NeedsReason(snapshot))))
            return new Problem("reason.missing", MaxReasonLength);
        if (input.IsTaken && await ImportList.IsMixedAsync(db, snapshot.List, snapshot.IsFictional, cancellationToken))
            return new Problem("list.mixed");

        try
        {
            await db.TogetherAsync(() => StoreAsync(snapshot, input.IsTaken, by, reason, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody decided in the same moment; the index lets one list be live, and the state lets one decide.
            return new Problem("list.decided");
        }

        return Done.Yes;
    }

    internal static bool NeedsReason(Snapshot snapshot) => snapshot.FaultCount > 0
        || new SnapshotDiff(snapshot.AddedCount, snapshot.RemovedCount, snapshot.ChangedCount, snapshot.BeforeCount).IsShrinking;

    private async Task StoreAsync(Snapshot snapshot, bool isTaken, Actor by, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (isTaken && await db.Snapshots.SingleOrDefaultAsync(s => s.List == snapshot.List && s.State == SnapshotState.Live, cancellationToken) is { } before)
        {
            before.Retire();
            db.Schedule(ForgetRowsJob.Kind, before.Id, now, ForgetRowsJob.Delay);
            await db.SaveChangesAsync(cancellationToken);
        }

        if (isTaken)
        {
            snapshot.GoLive(now);
        }
        else
        {
            snapshot.Refuse(now);
            db.Schedule(ForgetRowsJob.Kind, snapshot.Id, now, ForgetRowsJob.Delay);
        }

        db.Events.Add(DeskEvent.Record(now, snapshot.Id, isTaken ? "list.taken" : "list.refused", by, reason));
        await db.SaveChangesAsync(cancellationToken);
    }
}
