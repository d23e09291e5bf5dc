using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Takedown;

namespace Terjaga.Transparency.Figures;

/// <summary>How long the steps took that ended in one hour.</summary>
internal sealed class CountDurations(TerjagaDb db)
{
    /// <summary>From the opening of a case to the decision of KP2MI.</summary>
    public const string Decide = "decide";

    /// <summary>From that decision to the hand-over; from the hand-over to the signed order.</summary>
    public const string HandOver = "hand-over", Order = "order";

    /// <summary>From the notice to the second sight that it is gone.</summary>
    public const string Removal = "removal";

    public async Task<IEnumerable<HourFigure>> RunAsync(HourSpan span, CancellationToken cancellationToken)
    {
        var decided = await span.EventsOf(db, CaseEvents.Verified, CaseEvents.Dismissed)
            .Join(db.CaseFiles, e => e.SubjectId, c => c.Id, (e, c) => new Stretch { From = c.OpenedAt, To = e.At }).ToListAsync(cancellationToken);
        var removed = await span.EventsOf(db, OrderEvents.ConfirmedGone)
            .Join(db.Orders.Where(o => o.SentAt != null), e => e.SubjectId, o => o.Id, (e, o) => new Stretch { From = o.SentAt!.Value, To = e.At }).ToListAsync(cancellationToken);
        return
        [
            .. Figures(span, Decide, decided),
            .. Figures(span, HandOver, await BetweenAsync(span, CaseEvents.Verified, [CaseEvents.HandedOver], cancellationToken)),
            .. Figures(span, Order, await BetweenAsync(span, CaseEvents.HandedOver, [CaseEvents.Ordered, CaseEvents.OrdersSigned], cancellationToken)),
            .. Figures(span, Removal, removed),
        ];
    }

    /// <summary>From the last event of one kind to an event that ends it in this hour.</summary>
    private async Task<List<Stretch>> BetweenAsync(HourSpan span, string from, string[] to, CancellationToken cancellationToken)
    {
        var events = db.Events;
        var pairs = await span.EventsOf(db, to).Select(e => new
        {
            To = e.At,
            From = events.Where(b => b.SubjectId == e.SubjectId && b.Kind == from && b.Id.CompareTo(e.Id) < 0)
                .OrderByDescending(b => b.Id).Select(b => (DateTimeOffset?)b.At).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. pairs.Where(p => p.From is not null).Select(p => new Stretch { From = p.From!.Value, To = p.To })];
    }

    private static IEnumerable<HourFigure> Figures(HourSpan span, string step, List<Stretch> stretches) => stretches
        .GroupBy(s => DurationScale.StepOf(s.To - s.From)).Select(g => span.Figure(Measure.Durations, step, g.Key, g.Count()));

    private sealed class Stretch
    {
        public DateTimeOffset From { get; init; }

        public DateTimeOffset To { get; init; }
    }
}
