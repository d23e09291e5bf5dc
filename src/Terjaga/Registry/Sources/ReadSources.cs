using Microsoft.EntityFrameworkCore;

namespace Terjaga.Registry.Sources;

/// <summary>The configured sources of lists, and what came of the last look at each.</summary>
public sealed class ReadSources(TerjagaDb db, RegistryOptions options)
{
    /// <param name="LookedAt">Null before the first look.</param>
    /// <param name="Code">Why nothing could be read; null where all is well.</param>
    public sealed record Row(RegistryList List, string Address, int Hours, DateTimeOffset? LookedAt, string? Code);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var looks = await db.ListLooks.AsNoTracking().ToListAsync(cancellationToken);
        return [.. options.Sources.Select(source =>
        {
            var look = looks.Find(l => l.List == source.List);
            return new Row(source.List, source.Address, source.Hours, look?.LookedAt, look?.Code);
        })];
    }
}
