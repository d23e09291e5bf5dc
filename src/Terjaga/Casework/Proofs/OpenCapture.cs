using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Care;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;

namespace Terjaga.Casework.Proofs;

/// <summary>An officer looks at a capture; that they did stands in the custody log before they see anything.</summary>
public sealed class OpenCapture(TerjagaDb db, EvidenceStore store, ReadCustody custody, ReadSharing sharing, OpenMaterial care, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid CaseFileId, Guid CaptureId);

    /// <param name="Share">Of hard material, and whether the picture could be shown now; the picture itself is not opened by this.</param>
    /// <param name="Custody">All acts on the evidence of this place.</param>
    public sealed record View(
        Guid Id, string Address, string FinalAddress, DateTimeOffset At, CaptureOccasion Occasion, ItemState State, int? StatusCode, string? Code,
        string? MediaType, string? Text, bool HasPicture, string? PictureCode, bool HasPage, string? WarcSha256, DayShare Share, IReadOnlyList<ReadCustody.Row> Custody);

    /// <summary>Bytes that a browser may show, and what they are.</summary>
    public sealed record Shown(byte[] Content, string MediaType);

    /// <summary>Fails with <c>access.denied</c>, <c>access.not-shared</c> or <c>evidence.unknown</c> (no capture of this case).</summary>
    public async Task<Result<View>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(input, cancellationToken)).TryGet(out var capture, out var problem))
            return problem;
        await RecordAsync(input.By, capture, capture.WarcSha256, cancellationToken);
        var address = await db.Items.AsNoTracking().Where(i => i.Id == capture.ItemId).Select(i => i.Address).SingleAsync(cancellationToken);
        return new View(
            capture.Id, address.Value, capture.FinalAddress, capture.At, capture.Occasion, capture.State, capture.StatusCode, capture.Code,
            capture.MediaType, capture.Text, capture.PictureSha256 is not null, capture.PictureCode,
            capture is { Sha256: not null, MediaType: { } type } && type.Contains("html", StringComparison.OrdinalIgnoreCase), capture.WarcSha256,
            await care.LookAsync(input.By.Actor, HardMaterial.OfPicture(capture.PictureSha256 ?? ""), cancellationToken), await custody.RunAsync([capture.ItemId], cancellationToken));
    }

    /// <summary>
    /// The picture that our browser took of the page. Fails as <see cref="RunAsync"/>, with <c>care.share-reached</c>, and with what
    /// <see cref="EvidenceStore.ReadAsync"/> tells.
    /// </summary>
    public async Task<Result<Shown>> PictureAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(input, cancellationToken)).TryGet(out var capture, out var problem))
            return problem;
        if (capture.PictureSha256 is { } sha256 && !(await care.RunAsync(input.By.Actor, HardMaterial.OfPicture(sha256), cancellationToken)).IsShown)
            return new Problem(CareArea.ShareReached);
        return (await ReadAsync(input.By, capture, capture.PictureSha256, cancellationToken)).TryGet(out var picture, out problem)
            ? new Shown(picture, capture.PictureMediaType ?? PictureKind.Png)
            : problem;
    }

    /// <summary>The officer needs to see one picture past today's share, and says why. Fails as <see cref="RunAsync"/>, and with what <see cref="OpenMaterial.GoOnAsync"/> tells.</summary>
    public async Task<Result<Done>> GoOnAsync(Input input, string? reason, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(input, cancellationToken)).TryGet(out var capture, out var problem))
            return problem;
        return capture.PictureSha256 is { } sha256
            ? await care.GoOnAsync(input.By.Actor, HardMaterial.OfPicture(sha256), reason, cancellationToken)
            : new Problem("evidence.unknown");
    }

    /// <summary>The page without all that acts. Fails as <see cref="PictureAsync"/>, and with what <see cref="Evidence.Viewing.SafePage"/> tells.</summary>
    public async Task<Result<Shown>> PageAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(input, cancellationToken)).TryGet(out var capture, out var problem)
            || !(await ReadAsync(input.By, capture, capture.Sha256, cancellationToken)).TryGet(out var body, out problem)
            || !(await PageReader.PageAsync(body, capture.MediaType, cancellationToken)).TryGet(out var page, out problem))
        {
            return problem;
        }

        return new Shown(page, "text/html; charset=utf-8");
    }

    private async Task<Result<Capture>> FindAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!(await sharing.ForAsync(input.By, cancellationToken)).SeesWhole(SharedField.Captures))
            return new Problem("access.not-shared");
        var (id, file) = (input.CaptureId, input.CaseFileId);
        return await db.Captures.AsNoTracking().SingleOrDefaultAsync(
            c => c.Id == id && db.Set<CaseReport>().Any(r => r.CaseFileId == file && r.ItemId == c.ItemId), cancellationToken) is { } capture
            ? capture
            : new Problem("evidence.unknown");
    }

    private async Task<Result<byte[]>> ReadAsync(Acting by, Capture capture, string? sha256, CancellationToken cancellationToken)
    {
        if (sha256 is null)
            return new Problem("evidence.unknown");
        var read = await store.ReadAsync(sha256, capture.ItemId, cancellationToken);
        if (read.TryGet(out _, out _))
            await RecordAsync(by, capture, sha256, cancellationToken);
        return read;
    }

    private async Task RecordAsync(Acting by, Capture capture, string? sha256, CancellationToken cancellationToken)
    {
        db.CustodyEntries.Add(CustodyEntry.Record(clock.GetUtcNow(), CustodyAct.Viewed, capture.ItemId, by.Actor, sha256));
        await db.SaveChangesAsync(cancellationToken);
    }
}
