using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Terjaga.Common.Storage;

/// <summary>Lets <c>dotnet ef</c> read the model of either database without one being there (see CONTRIBUTING.md).</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteTerjagaDb>, IDesignTimeDbContextFactory<PostgresTerjagaDb>
{
    SqliteTerjagaDb IDesignTimeDbContextFactory<SqliteTerjagaDb>.CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteTerjagaDb>().UseSqlite().UseSnakeCaseNamingConvention().Options);

    PostgresTerjagaDb IDesignTimeDbContextFactory<PostgresTerjagaDb>.CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<PostgresTerjagaDb>().UseNpgsql().UseSnakeCaseNamingConvention().Options);
}
