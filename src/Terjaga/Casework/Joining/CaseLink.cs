using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Campaigns;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework.Joining;

/// <summary>That two reports are taken to come from one crew, with all that says so.</summary>
internal sealed class CaseLink
{
    /// <summary>Longest list of contacts, in characters.</summary>
    public const int MaxContactsLength = 2_000;

    private CaseLink() { }

    public Guid Id { get; private init; }

    public DateTimeOffset FoundAt { get; private init; }

    /// <summary>The earlier report.</summary>
    public Guid FirstReportId { get; private init; }

    public Guid SecondReportId { get; private init; }

    /// <summary>The case that the earlier report belongs to now; follows what is joined and parted.</summary>
    public Guid FirstCaseId { get; private init; }

    /// <summary>The same of the later one.</summary>
    public Guid SecondCaseId { get; private init; }

    /// <summary>What says most; null where a person joined them without a link, and parted them again.</summary>
    public LinkKind? Kind { get; private init; }

    /// <summary>0 to 1; see <see cref="LinkRules"/>.</summary>
    public double Strength { get; private init; }

    /// <summary>Of the words: 0 to 1.</summary>
    public double Resemblance { get; private init; }

    /// <summary>In which two of their pictures differ; null where none look alike.</summary>
    public int? Bits { get; private init; }

    /// <summary>That both name, one a line.</summary>
    public string Contacts { get; private init; } = "";

    public CaseLinkState State { get; private set; }

    /// <summary>Counts what happened, so that of two who decide at once only one does.</summary>
    public int Version { get; private set; }

    /// <param name="copy">Null where a person parts what was joined without a link: the machine must know not to join it again.</param>
    public static CaseLink Between(FiledReport one, FiledReport other, Copy? copy, DateTimeOffset now)
    {
        var (first, second) = one.ReportId.CompareTo(other.ReportId) < 0 ? (one, other) : (other, one);
        return new CaseLink
        {
            Id = TimeOrderedId.At(now),
            FoundAt = now,
            FirstReportId = first.ReportId,
            SecondReportId = second.ReportId,
            FirstCaseId = first.CaseFileId,
            SecondCaseId = second.CaseFileId,
            Kind = copy?.Kind,
            Strength = copy?.Strength ?? 0,
            Resemblance = copy?.Resemblance ?? 0,
            Bits = copy?.Bits,
            Contacts = PlainText.Shorten(string.Join('\n', copy?.Contacts ?? []), MaxContactsLength),
            State = copy is null ? CaseLinkState.Refused : CaseLinkState.Proposed,
        };
    }

    public void Become(CaseLinkState state)
    {
        State = state;
        Version++;
    }
}

internal static class CaseLinkStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseLink> CaseLinks => db.Set<CaseLink>();

        /// <summary>The links between two cases, whichever came first.</summary>
        public IQueryable<CaseLink> LinksBetween(Guid one, Guid other) => db.CaseLinks.Where(l =>
            (l.FirstCaseId == one && l.SecondCaseId == other) || (l.FirstCaseId == other && l.SecondCaseId == one));
    }

    /// <remarks>Would be distributed by the case of the earlier report. The unique index keeps a pair once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseLink>
    {
        public void Configure(EntityTypeBuilder<CaseLink> builder)
        {
            builder.ToTable("case_links");
            builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
            builder.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
            builder.Property(l => l.Contacts).HasMaxLength(CaseLink.MaxContactsLength);
            builder.Property(l => l.Version).IsConcurrencyToken();
            builder.HasIndex(l => new { l.FirstReportId, l.SecondReportId }).IsUnique();
            builder.HasIndex(l => l.SecondReportId);
            builder.HasIndex(l => new { l.FirstCaseId, l.State });
            builder.HasIndex(l => new { l.SecondCaseId, l.State });
        }
    }
}
