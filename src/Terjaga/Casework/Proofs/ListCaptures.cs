using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;

namespace Terjaga.Casework.Proofs;

/// <summary>What was seen of the places of a case, the newest first.</summary>
public sealed class ListCaptures(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most that are shown; a package has more.</summary>
    public const int MaxShown = 50;

    /// <param name="Code">Why the place did not answer; null where it did.</param>
    /// <param name="PictureCode">Why there is no picture; null where there is one or none was wanted.</param>
    public sealed record Row(
        Guid Id, string Address, DateTimeOffset At, CaptureOccasion Occasion, ItemState State, int? StatusCode, string? Code,
        bool HasPicture, string? PictureCode);

    /// <summary>None where the officer's ministry does not see captures.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!(await sharing.ForAsync(by, cancellationToken)).SeesWhole(SharedField.Captures))
            return [];
        var items = db.CaseReports.Where(r => r.CaseFileId == caseFileId && r.ItemId != null).Select(r => r.ItemId!.Value);
        return await (
            from capture in db.Captures.AsNoTracking()
            join item in db.Items.AsNoTracking() on capture.ItemId equals item.Id
            where items.Contains(item.Id)
            orderby capture.Id descending
            select new Row(
                capture.Id, item.Address.Value, capture.At, capture.Occasion, capture.State, capture.StatusCode, capture.Code,
                capture.PictureSha256 != null, capture.PictureCode)).Take(MaxShown).ToListAsync(cancellationToken);
    }
}
