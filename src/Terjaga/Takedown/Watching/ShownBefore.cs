using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence;

namespace Terjaga.Takedown.Watching;

/// <summary>What a place showed before it was watched, by the last looks that showed it.</summary>
/// <param name="Last">Null where none did.</param>
/// <param name="Drawn">The last of them with a picture; null where a browser never showed it.</param>
internal sealed record ShownBefore(Capture? Last, Capture? Drawn)
{
    public static ShownBefore Nothing { get; } = new(null, null);
}

internal static class ShownBeforeQuery
{
    extension(TerjagaDb db)
    {
        /// <summary>By item; an item that never showed anything is not in it.</summary>
        public async Task<IReadOnlyDictionary<Guid, ShownBefore>> ShownBeforeAsync(IReadOnlyList<Guid> items, CancellationToken cancellationToken)
        {
            var captures = db.Captures.AsNoTracking().Where(c => c.Occasion != CaptureOccasion.Watch && c.State == ItemState.There);
            var last = await db.Items.AsNoTracking().Where(i => items.Contains(i.Id))
                .Select(i => new
                {
                    i.Id,
                    Last = captures.Where(c => c.ItemId == i.Id).OrderByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefault(),
                    Drawn = captures.Where(c => c.ItemId == i.Id && c.PictureSha256 != null).OrderByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefault(),
                })
                .Where(i => i.Last != null).ToListAsync(cancellationToken);
            List<Guid> ids = [.. last.SelectMany(i => new[] { i.Last, i.Drawn }).OfType<Guid>()];
            var looks = await db.Captures.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
            return last.ToDictionary(i => i.Id, i => new ShownBefore(looks[i.Last.GetValueOrDefault()], i.Drawn is { } drawn ? looks[drawn] : null));
        }
    }
}
