using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>Takes the organisations of the data file in; one that is there stays as it is.</summary>
public sealed class ImportOrganisations(TerjagaDb db, EditOrganisations edit)
{
    /// <summary>Where they are in the folder of data.</summary>
    public const string FileName = "organisations.json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Throws <see cref="InvalidDataException"/> on a row that is none: a desk must not start with half of its people.</summary>
    public async Task RunAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path.Combine(dataFolder, FileName));
        var rows = await JsonSerializer.DeserializeAsync<List<EditOrganisations.Input>>(stream, _json, cancellationToken) ?? [];
        var known = (await db.Organisations.Select(o => o.Code).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var row in rows.Where(row => !known.Contains(row.Code)))
        {
            if (EditOrganisations.Fault(row) is { } problem)
                throw new InvalidDataException($"{FileName}: the row {row.Code} is no organisation ({problem.Code}).");
            edit.Record(row, Actor.Machine("import"));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
