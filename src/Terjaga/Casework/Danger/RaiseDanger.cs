using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Screening;

namespace Terjaga.Casework.Danger;

/// <summary>Opens a danger file where a text speaks of a person in danger: by the danger signs alone, whatever it scores.</summary>
public sealed class RaiseDanger(TerjagaDb db, DangerPlan plan, Catalogue catalogue)
{
    internal static readonly Actor By = Actor.Machine("raise-danger");

    private readonly FrozenSet<string> _signs =
        catalogue.Signals.Where(signal => signal.Category == Signal.DangerCategory).Select(signal => signal.Id).ToFrozenSet();

    /// <summary>For a report that is being received; null where nobody is in danger.</summary>
    internal DangerFile? Of(Guid reportId, string words, ScreeningResult seen, DateTimeOffset receivedAt)
    {
        if (!ScreeningSummary.Of(seen).IsDangerNow)
            return null;
        var (level, signals) = (LevelOf(seen), SignalsOf(seen));
        return DangerFile.Raise(reportId, level, signals, seen.Entities.Countries, words, receivedAt, plan.DueAt(level, receivedAt));
    }

    /// <summary>
    /// For a report of which all words are read now: opens its file, or lets the one that it has say more. Changes tracked
    /// things; the caller's save stores them. True where it has a file.
    /// </summary>
    internal async Task<bool> RunAsync(
        Guid reportId, string words, ScreeningSummary screening, DateTimeOffset receivedAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.DangerFiles.SingleOrDefaultAsync(f => f.ReportId == reportId, cancellationToken) is { } known)
        {
            if (screening.IsDangerNow && known.ClosedAt is null)
            {
                var level = LevelOf(screening.Seen);
                known.SeeMore(level, SignalsOf(screening.Seen), screening.Seen.Entities.Countries, words, plan.DueAt(level, receivedAt));
            }

            return true;
        }

        if (Of(reportId, words, screening.Seen, receivedAt) is not { } file)
            return false;
        db.DangerFiles.Add(file);
        db.Events.Add(DeskEvent.Record(now, reportId, DangerEvents.Raised, By));
        return true;
    }

    /// <remarks>A child, or the last day: one level more urgent (research report, section 4.8).</remarks>
    private DangerLevel LevelOf(ScreeningResult seen) =>
        seen.Danger == Screening.Danger.P0 || seen.Entities.DeadlineDays.Contains(0) || SignalsOf(seen).Any(plan.RaisedBy.Contains)
            ? DangerLevel.P0
            : DangerLevel.P1;

    private IEnumerable<string> SignalsOf(ScreeningResult seen) => seen.Signals
        .Where(signal => signal.State is SignalState.Offered or SignalState.Mentioned && _signs.Contains(signal.Id))
        .Select(signal => signal.Id).Distinct();
}
