using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;
using Terjaga.Common.Mail;

namespace Terjaga.Takedown.Notices;

/// <summary>An officer reads a letter in one of its shapes, before it is signed or after. It carries no link to answer: only the recipient answers.</summary>
public sealed class ReadNotice
{
    private readonly TerjagaDb _db;
    private readonly WriteNotice _write;
    private readonly ReadSharing _sharing;
    private readonly MailServer _server;

    internal ReadNotice(TerjagaDb db, WriteNotice write, ReadSharing sharing, MailServer server) =>
        (_db, _write, _sharing, _server) = (db, write, sharing, server);

    /// <summary>Fails with <c>access.denied</c> or <c>dispatch.unknown</c>.</summary>
    /// <param name="dispatchId">Of the dispatch; or one of its orders, where it is a draft.</param>
    public async Task<Result<NoticeFile>> RunAsync(Acting by, Guid caseFileId, Guid dispatchId, NoticeShape shape, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        var shares = await _sharing.ForAsync(by, cancellationToken);
        if (!shares.SeesWhole(SharedField.Orders) || !shares.SeesWhole(SharedField.LegalReview))
            return new Problem("access.denied");
        return await FindAsync(caseFileId, dispatchId, cancellationToken) is { } notice ? NoticeFiles.Of(notice, shape, _server.From) : new Problem("dispatch.unknown");
    }

    private async Task<Notice?> FindAsync(Guid caseFileId, Guid id, CancellationToken cancellationToken)
    {
        if (await _db.Dispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.CaseFileId == caseFileId, cancellationToken) is { } dispatch)
            return await _write.OfAsync(dispatch, forRecipient: false, cancellationToken);
        if (await _db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.CaseFileId == caseFileId && o.State == OrderState.Drafted, cancellationToken) is not { } draft)
            return null;
        var reason = await _db.Events.AsNoTracking().Where(e => e.SubjectId == id && e.Kind == OrderEvents.Drafted)
            .OrderBy(e => e.Id).Select(e => e.Reason).FirstOrDefaultAsync(cancellationToken);
        return await _write.OfDraftAsync(draft, reason ?? "", cancellationToken);
    }
}
