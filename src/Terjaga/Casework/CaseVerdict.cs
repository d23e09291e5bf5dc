using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Common.Events;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Casework;

/// <summary>What KP2MI found, with the checklist as the officer left it; it stays when an appeal reverses it. Written once.</summary>
internal sealed class CaseVerdict
{
    private CaseVerdict() { }

    /// <summary>The event of the decision, which has officer, time and reason.</summary>
    public Guid EventId { get; private init; }

    public Guid CaseFileId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Verdict Verdict { get; private init; }

    /// <summary>States by the id of a row, as JSON; null where the officer did not fill it in.</summary>
    public string? Checklist { get; private init; }

    public static CaseVerdict Say(DeskEvent decision, Verdict verdict, IReadOnlyDictionary<string, ChecklistState>? checklist) => new()
    {
        EventId = decision.Id,
        CaseFileId = decision.SubjectId,
        At = decision.At,
        Verdict = verdict,
        Checklist = checklist is { Count: > 0 } ? JsonSerializer.Serialize(checklist) : null,
    };

    /// <summary>The rows of a stored checklist; none where there is none.</summary>
    public static IReadOnlyDictionary<string, ChecklistState> Rows(string? checklist) =>
        JsonSerializer.Deserialize<Dictionary<string, ChecklistState>>(checklist ?? "{}") ?? [];
}

internal static class CaseVerdictStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseVerdict> CaseVerdicts => db.Set<CaseVerdict>();
    }

    /// <remarks>Would be distributed by case file.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseVerdict>
    {
        public void Configure(EntityTypeBuilder<CaseVerdict> builder)
        {
            builder.ToTable("case_verdicts").HasKey(v => v.EventId);
            builder.Property(v => v.EventId).ValueGeneratedNever();
            builder.Property(v => v.Verdict).HasConversion<string>().HasMaxLength(20);
            builder.HasIndex(v => new { v.CaseFileId, v.EventId });
        }
    }
}
