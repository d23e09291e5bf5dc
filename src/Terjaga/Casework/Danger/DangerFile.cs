using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Storage;

namespace Terjaga.Casework.Danger;

/// <summary>
/// That a report speaks of a person in danger, and what people did about it. It is stored with the report itself, before
/// anything is scored; its case is the case of its report.
/// </summary>
internal sealed class DangerFile
{
    /// <summary>Longest list of signs or countries, in characters.</summary>
    public const int MaxListLength = 500;

    /// <summary>Longest code of an outcome, in characters.</summary>
    public const int MaxCodeLength = 40;

    private DangerFile() { }

    public Guid ReportId { get; private init; }

    public DangerLevel Level { get; private set; }

    /// <summary>What the machine took it for; a person may have changed <see cref="Level"/>.</summary>
    public DangerLevel RaisedAs { get; private set; }

    /// <summary>When the report was received: the clock runs from here and never pauses.</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>By when the first response is due.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Ids of danger signs, one a line; empty where the text as a whole was read as danger.</summary>
    public string Signals { get; private set; } = "";

    /// <summary>Where they may be, ISO 3166-1, one a line.</summary>
    public string Countries { get; private set; } = "";

    /// <summary>What was written, so that nobody waits for the page behind a link.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Counts what officers did, so that of two who act at once only one does.</summary>
    public int Version { get; private set; }

    /// <summary>Who looks after it; null while nobody does.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>When the first response was given; null while it is not.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public HoldState Hold { get; private set; }

    /// <summary>Until when a removal must wait; null where no date was given.</summary>
    public DateTimeOffset? HoldUntil { get; private set; }

    /// <summary>Null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Code of the plan; null while it is open.</summary>
    public string? Outcome { get; private set; }

    public static DangerFile Raise(
        Guid reportId, DangerLevel level, IEnumerable<string> signals, IEnumerable<string> countries, string words, DateTimeOffset at, DateTimeOffset dueAt) => new()
        {
            ReportId = reportId,
            Level = level,
            RaisedAs = level,
            RaisedAt = at,
            DueAt = dueAt,
            Signals = Joined(signals),
            Countries = Joined(countries),
            Words = words,
        };

    /// <summary>The page or the pictures say more than the reporter did. Never less: only a person lowers.</summary>
    public void SeeMore(DangerLevel level, IEnumerable<string> signals, IEnumerable<string> countries, string words, DateTimeOffset dueAt)
    {
        Signals = Joined(Signals.Split('\n').Concat(signals));
        Countries = Joined(Countries.Split('\n').Concat(countries));
        Words = words;
        if (level >= RaisedAs)
            return;
        RaisedAs = level;
        Become(level, dueAt < DueAt ? dueAt : DueAt);
    }

    /// <summary>Whether the first response came too late or is overdue; that stays.</summary>
    public bool IsMissed(DateTimeOffset now) => (AnsweredAt ?? now) > DueAt;

    public void Take(Guid officerId)
    {
        HolderId = officerId;
        Version++;
    }

    public void Answer(Guid officerId, DateTimeOffset now)
    {
        HolderId ??= officerId;
        AnsweredAt = now;
        AnsweredBy = officerId;
        Version++;
    }

    public void Note() => Version++;

    public void Become(DangerLevel level, DateTimeOffset dueAt)
    {
        Level = level;
        DueAt = dueAt;
        Version++;
    }

    public void Keep(HoldState hold, DateTimeOffset? until)
    {
        Hold = hold;
        HoldUntil = until;
        Version++;
    }

    public void Close(string outcome, DateTimeOffset now)
    {
        ClosedAt = now;
        Outcome = outcome;
        Version++;
    }

    /// <summary>Stores it together with its report, and not where that is not stored.</summary>
    public Statement ToStatement(TerjagaDb db, Cause cause) => new(
        $"""
        INSERT INTO danger_files (report_id, level, raised_as, raised_at, due_at, signals, countries, words, version, hold)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, 0, 0 WHERE {cause.IsStored(9)}
        """,
        ReportId, (int)Level, (int)RaisedAs, db.Stored(RaisedAt), db.Stored(DueAt), Signals, Countries, Words, cause.Id);

    private static string Joined(IEnumerable<string> codes)
    {
        var all = "";
        foreach (var code in codes.Where(code => code.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (all.Length + code.Length < MaxListLength)
                all = all.Length == 0 ? code : all + "\n" + code;
        }

        return all;
    }
}

internal static class DangerFileStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<DangerFile> DangerFiles => db.Set<DangerFile>();
    }

    /// <remarks>
    /// Would be distributed by report, beside the report. Levels and holds are stored as numbers: they are sorted by, and the
    /// zero of each is the most careful one.
    /// </remarks>
    internal sealed class Table : IEntityTypeConfiguration<DangerFile>
    {
        public void Configure(EntityTypeBuilder<DangerFile> builder)
        {
            builder.ToTable("danger_files").HasKey(f => f.ReportId);
            builder.Property(f => f.ReportId).ValueGeneratedNever();
            builder.Property(f => f.Signals).HasMaxLength(DangerFile.MaxListLength);
            builder.Property(f => f.Countries).HasMaxLength(DangerFile.MaxListLength);
            builder.Property(f => f.Outcome).HasMaxLength(DangerFile.MaxCodeLength);
            builder.Property(f => f.Version).IsConcurrencyToken();
            builder.HasIndex(f => new { f.Level, f.DueAt, f.ReportId }, "ix_danger_files_waiting").HasFilter("answered_at IS NULL");
            builder.HasIndex(f => new { f.Level, f.DueAt, f.ReportId }, "ix_danger_files_in_hand").HasFilter("closed_at IS NULL");
            builder.HasIndex(f => new { f.ClosedAt, f.ReportId });

            // Few among many, and asked at every order.
            builder.HasIndex(f => f.ReportId, "ix_danger_files_held").HasFilter("hold <> 2");
        }
    }
}
