using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Mail;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>The letters that one recipient has, and those that wait to be fetched by it. Whoever opens one that waits has it: its clock runs from then.</summary>
public sealed class ReadOwnLetters
{
    /// <summary>Rows of a page where the caller names no number, and the most.</summary>
    public const int PageRows = 50, MostRows = 500;

    /// <summary>The last shape is for a complaint site and no recipient's.</summary>
    private static readonly NoticeShape[] _shapes = [NoticeShape.Letter, NoticeShape.Mail, NoticeShape.Json, NoticeShape.Xarf];

    private readonly TerjagaDb _db;
    private readonly WriteNotice _write;
    private readonly LetterTaken _taken;
    private readonly MailServer _server;
    private readonly TimeProvider _clock;

    internal ReadOwnLetters(TerjagaDb db, WriteNotice write, LetterTaken taken, MailServer server, TimeProvider clock) =>
        (_db, _write, _taken, _server, _clock) = (db, write, taken, server, clock);

    /// <param name="SentAt">Since when the recipient has it; null while it waits to be fetched.</param>
    public sealed record Row(Guid Letter, string Number, DispatchKind Kind, DateTimeOffset WrittenAt, DateTimeOffset? SentAt);

    /// <param name="Next">For the page after; null on the last.</param>
    public sealed record Page(IReadOnlyList<Row> Letters, Guid? Next);

    /// <summary>The newest first.</summary>
    /// <param name="after">Id of the last letter of the page before; null for the first page.</param>
    public async Task<Page> ListAsync(Guid recipientId, Guid? after, int rows, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(rows, 1, MostRows);
        var own = Own(recipientId).AsNoTracking();
        if (after is { } last)
            own = own.Where(d => d.Id.CompareTo(last) < 0);
        var found = await own.OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(cancellationToken);
        return new Page([.. found.Take(size).Select(RowOf)], found.Count > size ? found[size - 1].Id : null);
    }

    /// <summary>Opens one. Fails with <c>dispatch.unknown</c>, for another's letter as for none.</summary>
    public async Task<Result<Row>> OpenAsync(Guid recipientId, Guid letterId, CancellationToken cancellationToken) =>
        await FetchAsync(recipientId, letterId, cancellationToken) is { } letter ? RowOf(letter) : new Problem("dispatch.unknown");

    /// <summary>Opens one in a shape, as it left. Fails with <c>dispatch.unknown</c>, also for a shape that it does not have.</summary>
    public async Task<Result<NoticeFile>> FileAsync(Guid recipientId, Guid letterId, NoticeShape shape, CancellationToken cancellationToken)
    {
        if (!_shapes.Contains(shape) || await FetchAsync(recipientId, letterId, cancellationToken) is not { } letter
            || (letter.Kind == DispatchKind.Withdrawal && shape == NoticeShape.Xarf))
        {
            return new Problem("dispatch.unknown");
        }

        return NoticeFiles.Of(await _write.OfAsync(letter, forRecipient: true, cancellationToken), shape, _server.From);
    }

    private IQueryable<Dispatch> Own(Guid recipientId)
    {
        var waiting = _db.LettersThatWait(WaitingLetters.Fetched);
        return _db.Dispatches.Where(d => d.RecipientId == recipientId && (d.SentAt != null || waiting.Any(w => w.Id == d.Id)));
    }

    private async Task<Dispatch?> FetchAsync(Guid recipientId, Guid letterId, CancellationToken cancellationToken)
    {
        if (await Own(recipientId).SingleOrDefaultAsync(d => d.Id == letterId, cancellationToken) is not { SentAt: null } letter)
            return await Own(recipientId).AsNoTracking().SingleOrDefaultAsync(d => d.Id == letterId, cancellationToken);
        var (now, by) = (_clock.GetUtcNow(), Actor.Recipient(recipientId));
        await _taken.RunAsync(letter, new Handing(now, now, by, null), cancellationToken);
        _db.Events.Add(DeskEvent.Record(now, letter.Id, LetterEvents.Fetched, by));
        try
        {
            await _db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same recipient fetched it in the same moment, and its clock runs.
            _db.ChangeTracker.Clear();
        }

        return await Own(recipientId).AsNoTracking().SingleOrDefaultAsync(d => d.Id == letterId, cancellationToken);
    }

    private static Row RowOf(Dispatch letter) => new(letter.Id, letter.Number, letter.Kind, letter.ComposedAt ?? letter.LetterAt, letter.SentAt);
}
