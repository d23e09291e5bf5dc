using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework.Sharing;

/// <summary>Takes the rows of the data file into the sharing table; a row that is there stays as it is.</summary>
public sealed class ImportSharing(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Where the rows are in the folder of data.</summary>
    public const string FileName = "sharing.json";

    private sealed record File(IReadOnlyList<SaveSharing.Rule> Rows);

    /// <summary>Throws <see cref="InvalidDataException"/> on a row that is none: a desk must not start on half a table.</summary>
    public async Task RunAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await using var stream = System.IO.File.OpenRead(Path.Combine(dataFolder, FileName));
        var rows = (await JsonSerializer.DeserializeAsync<File>(stream, JsonSerializerOptions.Web, cancellationToken))?.Rows ?? [];
        var known = (await db.SharingRules.AsNoTracking().Select(r => new { r.Field, r.Ministry, r.ValidFrom }).ToListAsync(cancellationToken))
            .Select(r => (r.Field, r.Ministry, r.ValidFrom)).ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var row in rows.Where(row => !known.Contains((row.Field, row.Ministry, row.ValidFrom))))
        {
            if (!SaveSharing.IsValid(row))
                throw new InvalidDataException($"{FileName}: the row {row.Field} of {row.Ministry} is none.");
            db.SharingRules.Add(SharingRule.Record(row, Actor.Machine("import"), now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
