using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Answers;

/// <summary>An officer of Komdigi writes down that a letter was handed over by hand; the clocks of its orders run from then.</summary>
public sealed class HandOverLetter
{
    /// <summary>Longest number or name of a receipt, in characters.</summary>
    public const int MaxReceiptLength = 120;

    private readonly TerjagaDb _db;
    private readonly LetterTaken _taken;
    private readonly TimeProvider _clock;

    internal HandOverLetter(TerjagaDb db, LetterTaken taken, TimeProvider clock) => (_db, _taken, _clock) = (db, taken, clock);

    /// <param name="At">When it was handed over; null for now.</param>
    /// <param name="Receipt">Its number, or who took it; what proves it later.</param>
    public sealed record Input(Acting By, Guid DispatchId, DateTimeOffset? At, HandedOverWay Way, string? Receipt);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>dispatch.unknown</c>, <c>dispatch.not-waiting</c> (it is handed over already, or not by hand),
    /// <c>dispatch.time-invalid</c>, <c>dispatch.way-invalid</c> or <c>dispatch.receipt-invalid</c>.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.DeliverLetters))
            return new Problem("access.denied");
        if (!Enum.IsDefined(input.Way))
            return new Problem("dispatch.way-invalid");
        if (input.Receipt?.Trim() is not { Length: > 0 and <= MaxReceiptLength } receipt || !PlainText.IsReadable(receipt))
            return new Problem("dispatch.receipt-invalid", MaxReceiptLength);
        if (await _db.Dispatches.SingleOrDefaultAsync(d => d.Id == input.DispatchId, cancellationToken) is not { } letter)
            return new Problem("dispatch.unknown");
        if (!await _db.LettersThatWait(WaitingLetters.ByHand).AnyAsync(d => d.Id == letter.Id, cancellationToken))
            return new Problem("dispatch.not-waiting");
        var now = _clock.GetUtcNow();
        var at = input.At?.ToUniversalTime() ?? now;
        if (at > now || at < letter.ComposedAt)
            return new Problem("dispatch.time-invalid");

        var how = string.Create(CultureInfo.InvariantCulture, $"{input.Way}, {at:yyyy-MM-dd HH:mm 'UTC'}: {receipt}");
        await _taken.RunAsync(letter, new Handing(at, now, input.By.Actor, how), cancellationToken);
        _db.Events.Add(DeskEvent.Record(now, letter.Id, LetterEvents.HandedOver, input.By.Actor, how));
        try
        {
            await _db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("dispatch.not-waiting");
        }
    }
}
