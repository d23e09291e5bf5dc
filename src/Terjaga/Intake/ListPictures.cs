using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Care;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;

namespace Terjaga.Intake;

/// <summary>The screenshots of reports, for the officers.</summary>
public sealed class ListPictures(TerjagaDb db, EvidenceStore store, CopyPicture copy, OpenMaterial care, TimeProvider clock)
{
    /// <param name="Blurred">As the address of a picture; null while there is none, and for what no copy can be made of.</param>
    /// <param name="Words">What was read in it, as the officer's ministry sees it; null where it was not read, or is not shared.</param>
    public sealed record Row(Guid ReportId, string Sha256, string? Blurred, string? Words = null);

    /// <summary>None where the officer's ministry does not see pictures.</summary>
    public async Task<IReadOnlyList<Row>> RunAsync(Shares shares, IReadOnlyList<Guid> reportIds, CancellationToken cancellationToken)
    {
        if (!shares.SeesWhole(SharedField.Pictures))
            return [];
        var pictures = await db.ReportPictures.AsNoTracking().Where(p => reportIds.Contains(p.ReportId)).OrderBy(p => p.Id)
            .Select(p => new { p.ReportId, p.Sha256 }).ToListAsync(cancellationToken);
        var hashes = pictures.ConvertAll(p => p.Sha256);
        var read = await db.PicturesRead.AsNoTracking().Where(p => hashes.Contains(p.Sha256))
            .Select(p => new { p.Sha256, p.Preview, p.Words }).ToDictionaryAsync(p => p.Sha256, cancellationToken);
        return pictures.ConvertAll(p => read.GetValueOrDefault(p.Sha256) is { } seen
            ? new Row(p.ReportId, p.Sha256, AddressOf(seen.Preview), shares.Sees(SharedField.ReportWords) ? shares.Say(SharedField.ReportWords, seen.Words) : null)
            : new Row(p.ReportId, p.Sha256, null));
    }

    private static string? AddressOf(byte[]? preview) => preview is null ? null : "data:image/jpeg;base64," + Convert.ToBase64String(preview);

    /// <summary>
    /// A clear copy of a picture, never the picture itself; that it was looked at is in the custody log before. Fails with <c>access.not-shared</c>, <c>picture.unknown</c> for one that no report
    /// brought, <c>care.share-reached</c>, or what <see cref="EvidenceStore.ReadAsync"/> and <see cref="CopyPicture"/> tell.
    /// </summary>
    public async Task<Result<CopyPicture.Copy>> OpenAsync(Shares shares, Actor by, string sha256, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(shares, sha256, cancellationToken)).TryGet(out var report, out var problem)
            || !(await store.ReadAsync(sha256, null, cancellationToken)).TryGet(out var picture, out problem))
        {
            return problem;
        }

        if (!(await care.RunAsync(by, HardMaterial.OfPicture(sha256), cancellationToken)).IsShown)
            return new Problem(CareArea.ShareReached);
        db.CustodyEntries.Add(CustodyEntry.Record(clock.GetUtcNow(), CustodyAct.Viewed, report.ReportId, by, sha256));
        await db.SaveChangesAsync(cancellationToken);
        return await copy.RunAsync(picture, cancellationToken);
    }

    /// <summary>
    /// The officer needs to see one picture past today's share, and says why. Fails with <c>access.not-shared</c>, <c>picture.unknown</c>,
    /// or what <see cref="OpenMaterial.GoOnAsync"/> tells.
    /// </summary>
    public async Task<Result<Done>> GoOnAsync(Shares shares, Actor by, string sha256, string? reason, CancellationToken cancellationToken) =>
        (await FindAsync(shares, sha256, cancellationToken)).TryGet(out _, out var problem)
            ? await care.GoOnAsync(by, HardMaterial.OfPicture(sha256), reason, cancellationToken)
            : problem;

    /// <summary>The first report that brought the picture.</summary>
    private async Task<Result<ReportPicture>> FindAsync(Shares shares, string sha256, CancellationToken cancellationToken)
    {
        if (!shares.SeesWhole(SharedField.Pictures))
            return new Problem("access.not-shared");
        return await db.ReportPictures.AsNoTracking().Where(p => p.Sha256 == sha256).OrderBy(p => p.Id).FirstOrDefaultAsync(cancellationToken) is { } picture
            ? picture
            : new Problem("picture.unknown");
    }
}
