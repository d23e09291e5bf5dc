using Microsoft.EntityFrameworkCore;

namespace Terjaga.Registry.Lists;

/// <summary>
/// Who works at the desk's own machine brings a list. The first of its kind is in use at once, as there is nothing to hold
/// it against; every later one waits for an officer.
/// </summary>
public sealed class BringList(TerjagaDb db, ImportList import, DecideList decide)
{
    private static readonly Actor _by = Actor.Machine("import");

    public sealed record Brought(ImportList.Read Read, bool IsLive);

    /// <summary>Fails as <see cref="ImportList"/> does.</summary>
    public async Task<Result<Brought>> RunAsync(ImportList.Input input, CancellationToken cancellationToken)
    {
        var isFirst = !await db.Snapshots.AnyAsync(s => s.List == input.List && s.State == SnapshotState.Live, cancellationToken);
        if (!(await import.RunAsync(input, _by, cancellationToken)).TryGet(out var read, out var problem))
            return problem;
        if (!isFirst)
            return new Brought(read, IsLive: false);
        var decided = await decide.RunAsync(new(read.Id, IsTaken: true, "The first list of its kind."), _by, cancellationToken);
        return new Brought(read, decided.TryGet(out _, out _));
    }
}
