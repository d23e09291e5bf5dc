using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;

namespace Terjaga.Intake;

/// <summary>The pictures of a campaign, blurred: the same picture once, the most frequent first.</summary>
public sealed class ListPosters(TerjagaDb db)
{
    /// <summary>Most pictures shown; a blurred one has at most 6 KiB.</summary>
    public const int MaxShown = 12;

    /// <param name="Blurred">As the address of a picture.</param>
    public sealed record Row(string Sha256, int Count, string Blurred);

    /// <summary>None where the officer's ministry does not see pictures.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Shares shares, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!shares.SeesWhole(SharedField.Pictures))
            return [];
        var counts = await (
            from picture in db.ReportPictures.AsNoTracking()
            join report in db.CaseReports.AsNoTracking() on picture.ReportId equals report.ReportId
            where report.CaseFileId == caseFileId
            group picture by picture.Sha256 into same
            orderby same.Count() descending, same.Key
            select new { same.Key, Count = same.Count() }).Take(MaxShown).ToListAsync(cancellationToken);
        var hashes = counts.ConvertAll(c => c.Key);
        var previews = await db.PicturesRead.AsNoTracking().Where(p => hashes.Contains(p.Sha256) && p.Preview != null)
            .ToDictionaryAsync(p => p.Sha256, p => p.Preview!, cancellationToken);
        return [.. counts.Where(c => previews.ContainsKey(c.Key)).Select(c => new Row(c.Key, c.Count, "data:image/jpeg;base64," + Convert.ToBase64String(previews[c.Key])))];
    }
}
