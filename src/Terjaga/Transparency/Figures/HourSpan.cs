using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Transparency.Figures;

/// <summary>One hour, and the ids of what happened in it: ids sort by time, so that an hour is a stretch of a primary key.</summary>
internal sealed class HourSpan(DateTimeOffset hour)
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    public DateTimeOffset Hour { get; } = hour;

    public Guid First { get; } = TimeOrderedId.Before(hour);

    public Guid End { get; } = TimeOrderedId.Before(hour + Length);

    /// <summary>The hour in which an instant lies, in UTC.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % Length.Ticks), TimeSpan.Zero);

    public HourFigure Figure(Measure measure, string key, int bucket, int count) =>
        new() { Hour = Hour, Measure = measure, Key = key, Bucket = bucket, Count = count };

    /// <summary>The events of some kinds in this hour.</summary>
    public IQueryable<DeskEvent> EventsOf(TerjagaDb db, params string[] kinds)
    {
        var (from, to) = (First, End);
        return db.Events.AsNoTracking().Where(e => e.Id.CompareTo(from) >= 0 && e.Id.CompareTo(to) < 0 && kinds.Contains(e.Kind));
    }
}
