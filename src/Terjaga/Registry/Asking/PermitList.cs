using Microsoft.EntityFrameworkCore;
using Terjaga.Registry.Lists;

namespace Terjaga.Registry.Asking;

/// <summary>The list of vacancies with a permit: millions of rows, asked by number and by company.</summary>
public sealed class PermitList(TerjagaDb db)
{
    /// <summary>Vacancies of one company that are read; of a larger one nobody needs the exact number.</summary>
    public const int MaxCounted = 100;

    private static readonly Func<TerjagaDb, int, string, int, IAsyncEnumerable<string>> _ofOwner = EF.CompileAsyncQuery(
        (TerjagaDb db, int snapshot, string owner, int most) => db.Set<ListRow>().AsNoTracking()
            .Where(row => row.Snapshot == snapshot && row.OwnerKey == owner).OrderBy(row => row.OwnerKey).Take(most).Select(row => row.Content));

    /// <remarks>One after the other: for "either of them" the embedded database reads every row of the list.</remarks>
    private static readonly Func<TerjagaDb, int, string, CancellationToken, Task<string?>> _ofKey = EF.CompileAsyncQuery(
        (TerjagaDb db, int snapshot, string key, CancellationToken _) => db.Set<ListRow>().AsNoTracking()
            .Where(row => row.Snapshot == snapshot && row.Key == key).Select(row => row.Content).FirstOrDefault());

    private static readonly Func<TerjagaDb, int, string, CancellationToken, Task<string?>> _ofOtherKey = EF.CompileAsyncQuery(
        (TerjagaDb db, int snapshot, string key, CancellationToken _) => db.Set<ListRow>().AsNoTracking()
            .Where(row => row.Snapshot == snapshot && row.OtherKey == key).Select(row => row.Content).FirstOrDefault());

    /// <summary>By number of a permit or job order, as a key; null where the list has none.</summary>
    internal async Task<Vacancy?> FindAsync(int snapshot, string key, CancellationToken cancellationToken) =>
        (await _ofKey(db, snapshot, key, cancellationToken) ?? await _ofOtherKey(db, snapshot, key, cancellationToken)) is { } content ? RowJson.Read<Vacancy>(content) : null;

    /// <summary>
    /// Vacancies of a company that are valid on a day, and of these the ones in some countries; null where none is named, and
    /// where none was among those that were read of a large company: the rest may have one.
    /// </summary>
    internal async Task<(int? All, int? There)> CountAsync(
        int snapshot, string licence, IReadOnlyList<string> countries, DateOnly today, CancellationToken cancellationToken)
    {
        var (read, all, there) = (0, 0, 0);
        await foreach (var content in _ofOwner(db, snapshot, licence, MaxCounted).WithCancellation(cancellationToken))
        {
            read++;
            if (RowJson.Read<Vacancy>(content) is not { } vacancy || !vacancy.IsValidOn(today))
                continue;
            all++;
            if (countries.Contains(vacancy.Country))
                there++;
        }

        return (all, countries.Count == 0 || (there == 0 && read == MaxCounted) ? null : there);
    }
}
