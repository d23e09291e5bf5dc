using Terjaga.Accounts;
using Terjaga.Privacy.Opening;

namespace Terjaga.App.Privacy;

/// <summary>Gathers the page of openings.</summary>
internal sealed class ReadOpenings(ListOpenings list, ListOfficers officers, OpeningPurposes purposes)
{
    /// <summary>Fails with what <see cref="ListOpenings"/> tells.</summary>
    public async Task<Result<OpeningsView>> RunAsync(Acting by, CancellationToken cancellationToken) =>
        (await list.RunAsync(by, null, cancellationToken)).TryGet(out var rows, out var problem)
            ? new OpeningsView(rows, await officers.RunAsync(cancellationToken), purposes)
            : problem;
}
