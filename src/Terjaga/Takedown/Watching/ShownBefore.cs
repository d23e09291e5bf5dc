using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence;

namespace Terjaga.Takedown.Watching;

internal static class ShownBefore
{
    extension(TerjagaDb db)
    {
        /// <summary>The last look before it was watched that showed the content of a place; null where none did.</summary>
        public Task<Capture?> ShownBeforeAsync(Guid itemId, CancellationToken cancellationToken) => db.Captures.AsNoTracking()
            .Where(c => c.ItemId == itemId && c.Occasion != CaptureOccasion.Watch && c.State == ItemState.There)
            .OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
