using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;

namespace Terjaga.Common.Work;

/// <summary>
/// Work that a fact causes, stored in the same transaction as the fact. A worker leases it, does it, and removes it
/// together with storing what came of it; a worker that dies loses the lease, and another one takes over.
/// </summary>
internal sealed class WorkItem
{
    /// <summary>Longest kind, in characters.</summary>
    public const int MaxKindLength = 60;

    /// <summary>Longest kept error, in characters.</summary>
    public const int MaxErrorLength = 1_000;

    private WorkItem() { }

    public Guid Id { get; private init; }

    /// <summary>Which handler does it; for instance <c>screen-report</c>.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>The thing that the work is about; empty for recurring work.</summary>
    public Guid SubjectId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often it was begun without being finished.</summary>
    public int Attempts { get; private set; }

    /// <summary>Until when the worker that holds it may be trusted to be alive; null while nobody does.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Names the lease, so that a worker that lost it cannot finish; null while nobody holds it.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>Since when it waits for an operator; null while workers try.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>What went wrong last; null if nothing did.</summary>
    public string? LastError { get; private set; }

    /// <summary>How often recurring work comes back; null for work that is done once.</summary>
    public TimeSpan? Every { get; private set; }

    /// <summary>Present on work that may exist only once, such as recurring work; null otherwise.</summary>
    public string? Key { get; private init; }

    public static WorkItem Schedule(string kind, Guid subjectId, DateTimeOffset now, DateTimeOffset dueAt) => new()
    {
        Id = TimeOrderedId.At(now),
        Kind = kind,
        SubjectId = subjectId,
        CreatedAt = now,
        DueAt = dueAt,
    };

    public static WorkItem Recur(string kind, TimeSpan every, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Kind = kind,
        CreatedAt = now,
        DueAt = now,
        Every = every,
        Key = kind,
    };

    /// <summary>The same work comes back later: recurring work, and checks that are repeated.</summary>
    public void ComeBack(DateTimeOffset dueAt)
    {
        DueAt = dueAt;
        Release();
        Attempts = 0;
        LastError = null;
    }

    public void ChangePace(TimeSpan every) => Every = every;

    /// <summary>Keeps the error and lets another attempt happen at the given time.</summary>
    /// <remarks>Recurring work is never given up for an error, only for killing its workers: no error adds to its attempts.</remarks>
    public void Retry(DateTimeOffset dueAt, string error)
    {
        if (Every is not null)
            Attempts = 0;
        DueAt = dueAt;
        Release();
        LastError = PlainText.Shorten(error, MaxErrorLength);
    }

    /// <summary>Takes it away from the workers until an operator has looked.</summary>
    public void Park(DateTimeOffset now, string error)
    {
        ParkedAt = now;
        Release();
        LastError = PlainText.Shorten(error, MaxErrorLength);
    }

    /// <summary>An operator wants it tried again.</summary>
    public void Unpark(DateTimeOffset now)
    {
        ParkedAt = null;
        Attempts = 0;
        DueAt = now;
    }

    /// <summary>Stores the work together with the fact that causes it, and not where that is not stored.</summary>
    public Statement ToStatement(TerjagaDb db, Cause cause) => new(
        $"""
        INSERT INTO work (id, kind, subject_id, created_at, due_at, attempts)
        SELECT $1, $2, $3, $4, $5, 0 WHERE {cause.IsStored(6)}
        """,
        Id, Kind, SubjectId, db.Stored(CreatedAt), db.Stored(DueAt), cause.Id);

    private void Release()
    {
        Lease = null;
        LeasedUntil = null;
    }
}

internal static class WorkItemStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<WorkItem> Work => db.Set<WorkItem>();

        /// <summary>Adds work that the next save stores, together with the fact that causes it.</summary>
        public WorkItem Schedule(string kind, Guid subjectId, DateTimeOffset now, TimeSpan delay = default) =>
            db.Work.Add(WorkItem.Schedule(kind, subjectId, now, now + delay)).Entity;
    }

    /// <remarks>Would be distributed by subject. The lease makes the finish of a lost lease fail.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<WorkItem>
    {
        public void Configure(EntityTypeBuilder<WorkItem> builder)
        {
            builder.ToTable("work");
            builder.Property(w => w.Kind).HasMaxLength(WorkItem.MaxKindLength);
            builder.Property(w => w.Key).HasMaxLength(WorkItem.MaxKindLength);
            builder.Property(w => w.LastError).HasMaxLength(WorkItem.MaxErrorLength);
            builder.Property(w => w.Lease).IsConcurrencyToken();
            builder.HasIndex(w => w.Key).IsUnique().HasFilter("key IS NOT NULL");
            builder.HasIndex(w => new { w.ParkedAt, w.Kind, w.DueAt });

            // What was begun before is few among many: without this a lease in a flood reads all that waits to find it.
            builder.HasIndex(w => new { w.ParkedAt, w.Kind, w.DueAt }, "ix_work_begun_before").HasFilter("attempts > 0");
        }
    }
}
