using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence;

namespace Terjaga.Casework;

internal static class CaseItems
{
    extension(TerjagaDb db)
    {
        /// <summary>The places of a case, oldest first.</summary>
        public async Task<List<ReadCase.ItemRow>> ItemsOfCaseAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            var items = db.CaseReports.Where(r => r.CaseFileId == caseFileId && r.ItemId != null).Select(r => r.ItemId!.Value);
            var found = await db.Items.AsNoTracking().Where(i => items.Contains(i.Id)).OrderBy(i => i.Id)
                .ToListAsync(cancellationToken);
            return found.ConvertAll(i => new ReadCase.ItemRow(i.Id, i.Address.Value, i.Address.Host));
        }
    }
}
