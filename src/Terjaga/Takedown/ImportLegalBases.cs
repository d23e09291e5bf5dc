using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Takedown;

/// <summary>Takes the rules of the data file in; a rule that is there, or was changed by an officer, stays as it is.</summary>
public sealed class ImportLegalBases(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Where the rules are in the folder of data.</summary>
    public const string FileName = "legal-bases.json";

    /// <summary>One row of the file; <c>deadlineHours</c> counts from the moment the notice reached the recipient.</summary>
    private sealed record Row(
        string Code, string TitleId, string TitleEn, double DeadlineHours, string Source, DateOnly ValidFrom, DateOnly? ValidTo);

    /// <summary>Throws <see cref="InvalidDataException"/> on a row that is no rule: a desk must not start on half a law.</summary>
    public Task RunAsync(string dataFolder, CancellationToken cancellationToken) =>
        RunFileAsync(Path.Combine(dataFolder, FileName), cancellationToken);

    /// <summary>The same with a file of any name.</summary>
    public async Task RunFileAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var rows = await JsonSerializer.DeserializeAsync<List<Row>>(stream, JsonSerializerOptions.Web, cancellationToken) ?? [];
        var known = (await db.LegalBases.AsNoTracking().Select(l => new { l.Code, l.ValidFrom }).ToListAsync(cancellationToken))
            .Select(l => (l.Code, l.ValidFrom)).ToHashSet();
        var now = clock.GetUtcNow();
        foreach (var row in rows.Where(r => !known.Contains((r.Code, r.ValidFrom))))
        {
            var rule = new SaveLegalBasis.Rule(
                row.Code, row.TitleId, row.TitleEn, TimeSpan.FromHours(row.DeadlineHours), row.Source, row.ValidFrom, row.ValidTo);
            if (!SaveLegalBasis.IsValid(rule))
                throw new InvalidDataException($"{Path.GetFileName(file)}: the row {row.Code} is no rule.");
            var basis = db.LegalBases.Add(LegalBasis.Record(rule, now)).Entity;
            db.Events.Add(DeskEvent.Record(now, basis.Id, "legal-basis.recorded", Actor.Machine("import")));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
