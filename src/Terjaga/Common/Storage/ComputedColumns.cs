using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Common.Storage;

/// <summary>Columns that the database computes, which the two databases spell differently.</summary>
internal static class ComputedColumns
{
    private const string Embedded = "Terjaga:Embedded", Grown = "Terjaga:Grown";

    extension<T>(PropertyBuilder<T> property)
    {
        /// <summary>Computed from the other columns of its row, by either database in its own SQL.</summary>
        public PropertyBuilder<T> IsComputed(string embedded, string grown) => property.HasAnnotation(Embedded, embedded).HasAnnotation(Grown, grown);
    }

    extension(ModelBuilder model)
    {
        /// <remarks>SQLite adds only virtual ones to an old table, and PostgreSQL indexes only stored ones.</remarks>
        public void SpellComputedColumns(bool isEmbedded)
        {
            foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            {
                var (embedded, grown) = (property.RemoveAnnotation(Embedded)?.Value, property.RemoveAnnotation(Grown)?.Value);
                if ((isEmbedded ? embedded : grown) is not string sql)
                    continue;
                property.SetComputedColumnSql(sql);
                property.SetIsStored(!isEmbedded);
            }
        }
    }
}
