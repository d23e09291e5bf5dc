using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown;

/// <summary>The rules on which orders may stand.</summary>
public sealed class ListLegalBases(TerjagaDb db, TimeProvider clock)
{
    /// <param name="ValidTo">The last day; null while no end is known.</param>
    /// <param name="State">Today.</param>
    public sealed record Row(
        Guid Id, string Code, string TitleId, string TitleEn, TimeSpan Deadline, string Source, DateOnly ValidFrom,
        DateOnly? ValidTo, LegalBasisState State);

    /// <summary>Those that hold today.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken) =>
        [.. (await AllAsync(cancellationToken)).Where(row => row.State == LegalBasisState.Holds)];

    /// <summary>Also those that no longer hold, and those that do not hold yet.</summary>
    public async Task<IReadOnlyList<Row>> AllAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var all = await db.LegalBases.AsNoTracking()
            .OrderBy(l => l.Code).ThenBy(l => l.ValidFrom).ToListAsync(cancellationToken);
        return all.ConvertAll(l => new Row(
            l.Id, l.Code, l.TitleId, l.TitleEn, l.Deadline, l.Source, l.ValidFrom, l.ValidTo, l.StateOn(today)));
    }
}
