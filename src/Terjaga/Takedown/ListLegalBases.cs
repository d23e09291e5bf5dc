using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown;

/// <summary>The rules that hold today.</summary>
public sealed class ListLegalBases(TerjagaDb db, TimeProvider clock)
{
    public sealed record Row(Guid Id, string Code, string TitleId, string TitleEn, TimeSpan Deadline, string Source, DateOnly ValidFrom);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var all = await db.LegalBases.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancellationToken);
        return [.. all.Where(l => l.HoldsOn(today)).Select(l =>
            new Row(l.Id, l.Code, l.TitleId, l.TitleEn, l.Deadline, l.Source, l.ValidFrom))];
    }
}
