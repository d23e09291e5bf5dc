using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>The letters that an officer of Komdigi must hand over, the oldest first.</summary>
public sealed class ListWaitingLetters(TerjagaDb db)
{
    /// <summary>Most that are shown.</summary>
    public const int MaxRows = 200;

    /// <param name="Address">Of the form, or on paper.</param>
    public sealed record Row(
        Guid Id, Guid CaseFileId, string Number, DispatchKind Kind, string Recipient, RecipientChannel Channel, string Address, DateTimeOffset ComposedAt);

    /// <param name="caseFileId">Null for those of all cases.</param>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid? caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.DeliverLetters))
            return [];
        var rows = await (
            from letter in db.LettersThatWait(WaitingLetters.ByHand).AsNoTracking()
            join recipient in db.Recipients.AsNoTracking() on letter.RecipientId equals recipient.Id
            where caseFileId == null || letter.CaseFileId == caseFileId
            orderby letter.Id
            select new { Letter = letter, recipient.Name, recipient.Channel, recipient.Address }).Take(MaxRows).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Row(
            row.Letter.Id, row.Letter.CaseFileId, row.Letter.Number, row.Letter.Kind, row.Name, row.Channel, row.Address, row.Letter.ComposedAt ?? row.Letter.LetterAt));
    }
}
