using Microsoft.EntityFrameworkCore;
using Terjaga.Takedown;

namespace Terjaga.Transparency.Figures;

/// <summary>Which clocks were kept and which ran out in one hour.</summary>
internal sealed class CountClocks(TerjagaDb db)
{
    /// <summary>The time that the law gives a recipient.</summary>
    public const string Order = "order";

    /// <remarks>Late is counted when the time is up, kept when it is seen to be gone in time.</remarks>
    public async Task<IEnumerable<HourFigure>> RunAsync(HourSpan span, CancellationToken cancellationToken)
    {
        var late = await span.EventsOf(db, OrderEvents.Late).CountAsync(cancellationToken);
        var kept = await span.EventsOf(db, OrderEvents.ConfirmedGone)
            .Join(db.Orders.Where(o => o.LateAt == null), e => e.SubjectId, o => o.Id, (e, _) => e.Id).CountAsync(cancellationToken);
        return new[] { span.Figure(Measure.Clocks, Order, 0, late), span.Figure(Measure.Clocks, Order, 1, kept) }.Where(f => f.Count > 0);
    }
}
