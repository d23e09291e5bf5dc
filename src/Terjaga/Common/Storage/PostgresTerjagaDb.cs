using Microsoft.EntityFrameworkCore;

namespace Terjaga.Common.Storage;

/// <summary>The grown database, PostgreSQL; its migrations are in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresTerjagaDb(DbContextOptions<PostgresTerjagaDb> options) : TerjagaDb(options)
{
    internal override bool IsEmbedded => false;
}
