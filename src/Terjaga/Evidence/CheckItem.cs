using Microsoft.EntityFrameworkCore;

namespace Terjaga.Evidence;

/// <summary>Looks whether an item is still there.</summary>
internal sealed class CheckItem(TerjagaDb db, CaptureItem capture)
{
    /// <summary>What was seen; the caller saves it.</summary>
    public async Task<Capture> RunAsync(Guid itemId, CancellationToken cancellationToken) =>
        await capture.LookAsync(await db.Items.SingleAsync(i => i.Id == itemId, cancellationToken), cancellationToken);
}
