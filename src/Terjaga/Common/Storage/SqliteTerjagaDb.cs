using Microsoft.EntityFrameworkCore;

namespace Terjaga.Common.Storage;

/// <summary>The embedded database; its migrations are in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteTerjagaDb(DbContextOptions<SqliteTerjagaDb> options) : TerjagaDb(options)
{
    internal override bool IsEmbedded => true;
}
