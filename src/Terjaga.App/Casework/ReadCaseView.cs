using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Proofs;
using Terjaga.Intake;
using Terjaga.Takedown;

namespace Terjaga.App.Casework;

/// <summary>Gathers the page of a case.</summary>
internal sealed class ReadCaseView(
    ReadCase read, ReadOrders orders, ListPictures pictures, ListOfficers officers, ListRecipients recipients,
    ListLegalBases legalBases, ReadBorrowedNames lists, ListLinks links, ListCaptures captures, ClaimCase claim, ReadNews news)
{
    /// <summary>Fails with what <see cref="ReadCase"/> tells.</summary>
    public async Task<Result<CaseView>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!(await read.RunAsync(by, id, cancellationToken)).TryGet(out var view, out var problem))
            return problem;

        id = view.Id;
        var ordered = await orders.RunAsync(id, cancellationToken);
        return new CaseView(
            view,
            ordered,
            await read.EventsAsync(id, ordered.Select(o => o.Id), cancellationToken),
            await pictures.RunAsync([.. view.Reports.Select(r => r.Id)], cancellationToken),
            await officers.RunAsync(cancellationToken),
            await recipients.RunAsync(cancellationToken),
            await legalBases.RunAsync(cancellationToken),
            await lists.RunAsync(id, cancellationToken),
            await links.RunAsync(id, cancellationToken),
            await captures.RunAsync(id, cancellationToken),
            await claim.LookAsync(by, id, cancellationToken));
    }

    /// <summary>What happened since an officer saw the case; null where it became part of another.</summary>
    public Task<ReadNews.News?> NewsAsync(Guid id, int version, CancellationToken cancellationToken) => news.RunAsync(id, version, cancellationToken);
}
