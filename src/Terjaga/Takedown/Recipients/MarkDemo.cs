using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Recipients;

/// <summary>Remembers in the database that a desk was started as a demonstration: it stays one, however it is started later.</summary>
public sealed class MarkDemo(TerjagaDb db, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.IsDemoAsync(cancellationToken))
            return;
        db.Events.Add(DeskEvent.Record(clock.GetUtcNow(), DemoMark.Subject, DemoMark.Kind, Actor.Machine("start")));
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class DemoMark
{
    public const string Kind = "desk.demonstrated";

    /// <summary>The desk itself has no id; its events stand under this one.</summary>
    public static readonly Guid Subject = Guid.Empty;

    extension(TerjagaDb db)
    {
        public Task<bool> IsDemoAsync(CancellationToken cancellationToken) =>
            db.Events.AnyAsync(e => e.SubjectId == Subject && e.Kind == Kind, cancellationToken);
    }
}
