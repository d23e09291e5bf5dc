using Terjaga.Accounts;
using Terjaga.Casework.Danger;
using Terjaga.Privacy.Opening;

namespace Terjaga.App.Casework.Danger;

/// <summary>Gathers the page of a danger file.</summary>
internal sealed class ReadDangerView(ReadDanger read, DangerPlan plan, OpeningPurposes purposes, ListOfficers officers, ListOpenings openings)
{
    /// <summary>Fails with what <see cref="ReadDanger"/> tells.</summary>
    public async Task<Result<DangerFileView>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!(await read.RunAsync(by, id, cancellationToken)).TryGet(out var view, out var problem))
            return problem;
        var opened = (await openings.RunAsync(by, id, cancellationToken)).TryGet(out var rows, out _) ? rows : [];
        return new DangerFileView(view, plan, purposes, await officers.RunAsync(cancellationToken), opened);
    }
}
