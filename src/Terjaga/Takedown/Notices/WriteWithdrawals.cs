using Terjaga.Common.Work;

namespace Terjaga.Takedown.Notices;

/// <summary>Writes the letters by which recipients learn that orders hold no longer: one for each letter that they were signed in.</summary>
/// <remarks>A signed order may be on its way out at this moment: a letter that it ends does no harm where it never came.</remarks>
internal sealed class WriteWithdrawals(TerjagaDb db)
{
    /// <summary>Schedules the sending too; the caller saves.</summary>
    /// <param name="orders">Signed at least.</param>
    public async Task WriteAsync(IReadOnlyList<Order> orders, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var order in orders.Where(o => o.DispatchId is null))
            await db.AdoptAsync(order, cancellationToken);
        var letters = orders.GroupBy(o => o.DispatchId).ToList();
        if (letters.Count == 0)
            return;

        // A number that is taken and not used, because this work dies here, leaves a gap; none is ever used twice.
        var number = 0;
        await db.TogetherAsync(async () => number = await db.TakeLettersAsync(now, letters.Count, cancellationToken), cancellationToken);
        foreach (var letter in letters)
        {
            if (await db.Dispatches.FindAsync([letter.Key], cancellationToken) is not { } ended)
                throw new InvalidOperationException("dispatch.unknown: an order names a letter that is not there.");
            var withdrawal = db.Dispatches.Add(ended.Withdraw(number++, now)).Entity;
            foreach (var order in letter)
                order.EndBy(withdrawal.Id);
            db.Schedule(SendWithdrawalJob.Kind, withdrawal.Id, now);
        }
    }
}
