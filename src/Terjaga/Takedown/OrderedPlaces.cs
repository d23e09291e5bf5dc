using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;

namespace Terjaga.Takedown;

/// <summary>Which places of a case have an order.</summary>
internal static class OrderedPlaces
{
    extension(TerjagaDb db)
    {
        /// <summary>Those that no order asks to take away: none of this case, and none of another one to which a place belonged before.</summary>
        public async Task<List<ReadCase.ItemRow>> PlacesWithoutOrderAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var items = await db.ItemsOfCaseAsync(caseFileId, cancellationToken);
            var ids = items.ConvertAll(item => item.Id);
            var ordered = await db.Orders.AsNoTracking().Where(o => ids.Contains(o.ItemId) && o.State != OrderState.Withdrawn && o.State != OrderState.CameBack)
                .Select(o => o.ItemId).ToListAsync(cancellationToken);
            return items.FindAll(item => !ordered.Contains(item.Id));
        }
    }
}
