using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Danger;
using Terjaga.Takedown;

namespace Terjaga.Transparency.Figures;

/// <summary>Which clocks were kept and which ran out in one hour.</summary>
internal sealed class CountClocks(TerjagaDb db)
{
    /// <summary>The time that the law gives a recipient.</summary>
    public const string Order = "order";

    /// <summary>The time in which a person must answer somebody in danger; counted when they are answered.</summary>
    public const string Danger = "danger";

    /// <remarks>Late is counted when the time is up, kept when it is seen to be gone in time.</remarks>
    public async Task<IEnumerable<HourFigure>> RunAsync(HourSpan span, CancellationToken cancellationToken)
    {
        var late = await span.EventsOf(db, OrderEvents.Late).CountAsync(cancellationToken);
        var kept = await span.EventsOf(db, OrderEvents.ConfirmedGone)
            .Join(db.Orders.Where(o => o.LateAt == null), e => e.SubjectId, o => o.Id, (e, _) => e.Id).CountAsync(cancellationToken);
        var answers = await span.EventsOf(db, DangerEvents.Of(DangerStep.Answer))
            .Join(db.DangerFiles, e => e.SubjectId, f => f.ReportId, (e, f) => new { IsKept = f.AnsweredAt <= f.DueAt }).ToListAsync(cancellationToken);
        return new[]
        {
            span.Figure(Measure.Clocks, Order, 0, late), span.Figure(Measure.Clocks, Order, 1, kept),
            span.Figure(Measure.Clocks, Danger, 0, answers.Count(a => !a.IsKept)), span.Figure(Measure.Clocks, Danger, 1, answers.Count(a => a.IsKept)),
        }.Where(f => f.Count > 0);
    }
}
