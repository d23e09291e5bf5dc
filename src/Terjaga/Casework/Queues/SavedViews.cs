using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Queues;

/// <summary>The views of the queue that an officer keeps: listed, added, removed. Each sees only their own.</summary>
public sealed class SavedViews(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Most views of one officer: a row of tabs.</summary>
    public const int MaxCount = 12;

    /// <param name="Query">The query of the queue's address, without its question mark.</param>
    public sealed record View(Guid Id, string Name, string Query);

    public async Task<IReadOnlyList<View>> ListAsync(Acting by, CancellationToken cancellationToken) => await db.SavedViewRows.AsNoTracking()
        .Where(v => v.OfficerId == by.OfficerId).OrderBy(v => v.Id).Take(MaxCount).Select(v => new View(v.Id, v.Name, v.Query)).ToListAsync(cancellationToken);

    /// <summary>
    /// Keeps a view; an own view of the same name is replaced. Fails with <c>access.denied</c>, <c>view.name-invalid</c>,
    /// <c>view.query-invalid</c> or <c>view.too-many</c>.
    /// </summary>
    public async Task<Result<Done>> SaveAsync(Acting by, string? typedName, string? query, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (typedName?.Trim() is not { Length: > 0 and <= SavedView.MaxNameLength } name || !PlainText.IsReadable(name))
            return new Problem("view.name-invalid", SavedView.MaxNameLength);
        if (query is not { Length: <= SavedView.MaxQueryLength } || !PlainText.IsReadable(query))
            return new Problem("view.query-invalid");

        var own = await db.SavedViewRows.Where(v => v.OfficerId == by.OfficerId).ToListAsync(cancellationToken);
        var same = own.Find(v => v.Name == name);
        if (same is null && own.Count >= MaxCount)
            return new Problem("view.too-many", MaxCount);
        return await ReplaceAsync(same, SavedView.Save(by.OfficerId, name, query, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Removes an own view; nothing happens where it is not there. Fails with <c>access.denied</c>.</summary>
    public async Task<Result<Done>> RemoveAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        await db.TogetherAsync(
            () => db.SavedViewRows.Where(v => v.Id == id && v.OfficerId == by.OfficerId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        return Done.Yes;
    }

    private async Task<Result<Done>> ReplaceAsync(SavedView? same, SavedView view, CancellationToken cancellationToken)
    {
        try
        {
            await db.TogetherAsync(
                async () =>
                {
                    if (same is not null)
                        await db.SavedViewRows.Where(v => v.Id == same.Id).ExecuteDeleteAsync(cancellationToken);
                    db.SavedViewRows.Add(view);
                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            // The same form sent twice at once: the other one kept it.
            return Done.Yes;
        }
    }
}
