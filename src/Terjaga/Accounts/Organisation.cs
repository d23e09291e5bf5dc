using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts;

/// <summary>An organisation whose officers may work on the desk, and the roles that they may hold.</summary>
internal sealed class Organisation
{
    private const char Between = ',';

    private Organisation() { }

    public Guid Id { get; private init; }

    public Ministry Code { get; private init; }

    public string NameId { get; private init; } = "";

    public string NameEn { get; private init; } = "";

    /// <summary>Names of the roles, with commas between.</summary>
    public string RoleNames { get; private init; } = "";

    public DateOnly Since { get; private init; }

    /// <summary>The paper that says so.</summary>
    public string Source { get; private init; } = "";

    public IReadOnlyList<Role> Roles => [.. RoleNames.Split(Between).Select(Enum.Parse<Role>)];

    public static Organisation Record(EditOrganisations.Input input, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Code = input.Code,
        NameId = input.NameId?.Trim() ?? "",
        NameEn = input.NameEn?.Trim() ?? "",
        RoleNames = string.Join(Between, input.Roles.Distinct().Order()),
        Since = input.Since,
        Source = input.Source?.Trim() ?? "",
    };
}

internal static class OrganisationStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> builder)
        {
            builder.ToTable("organisations");
            builder.Property(o => o.Code).HasConversion(m => m.Code, c => Ministry.FromStorage(c)).HasMaxLength(Ministry.MaxCodeLength);
            builder.Property(o => o.NameId).HasMaxLength(EditOrganisations.MaxNameLength);
            builder.Property(o => o.NameEn).HasMaxLength(EditOrganisations.MaxNameLength);
            builder.Property(o => o.RoleNames).HasMaxLength(400);
            builder.Property(o => o.Source).HasMaxLength(EditOrganisations.MaxSourceLength);
            builder.Ignore(o => o.Roles);
            builder.HasIndex(o => o.Code).IsUnique();
        }
    }
}
