using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Fetches the registries of IANA anew, because an officer asked; an older or broken file changes nothing.</summary>
internal sealed class RefreshBootstrapsJob(TerjagaDb db, Bootstraps bootstraps, AskServer ask, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "fetch-rdap";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<BootstrapKind>())
        {
            var answer = await ask.RunAsync(new(Bootstraps.AddressOf(kind)), "application/json", RdapBootstrap.MaxBytes, isSameHostOnly: true, cancellationToken);
            if (answer.Code is { } code)
                throw new HttpRequestException($"{Bootstraps.AddressOf(kind)}: {code}");
            var fetched = RdapBootstrap.Parse(kind, answer.Body) ?? throw new InvalidDataException($"{Bootstraps.AddressOf(kind)}: rdap.not-json");
            if (fetched.Publication > (await bootstraps.NewestAsync(db, kind, cancellationToken)).Publication)
                await KeepAsync(kind, fetched, answer.Body, cancellationToken);
        }
    }

    private async Task KeepAsync(BootstrapKind kind, RdapBootstrap fetched, byte[] body, CancellationToken cancellationToken)
    {
        var row = await db.Bootstraps.SingleOrDefaultAsync(b => b.Kind == kind, cancellationToken) ?? db.Bootstraps.Add(new StoredBootstrap { Kind = kind }).Entity;
        (row.Body, row.Publication, row.FetchedAt) = (body, fetched.Publication, clock.GetUtcNow());
    }
}
