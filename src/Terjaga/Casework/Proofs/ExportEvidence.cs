using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Common.Events;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Packages;
using Terjaga.Evidence.Store;

namespace Terjaga.Casework.Proofs;

/// <summary>Writes the evidence of a case as one package that an outsider can check; that it left the desk is part of what it proves.</summary>
public sealed class ExportEvidence(TerjagaDb db, EvidenceStore store, CopyPicture copy, ProveCustody prove, CustodyKey key, ReadSharing sharing, TimeProvider clock)
{
    /// <param name="By">Null for the operator at the machine itself.</param>
    public sealed record Input(Acting? By, Guid CaseFileId);

    /// <param name="ManifestSha256">Names the package: who received it can read it out.</param>
    public sealed record Exported(string FileName, int Captures, string ManifestSha256);

    private static readonly Actor _operator = Actor.Machine("command-line");

    /// <summary>
    /// Writes to <paramref name="output"/>; after a failure what it holds is of no use. Fails with <c>access.denied</c>, <c>access.not-shared</c>,
    /// <c>case.unknown</c>, <c>evidence.none</c> (nothing was seen yet, or it is destroyed), what <see cref="EvidenceStore.ReadAsync"/>
    /// and <see cref="CopyPicture"/> tell, or <c>package.too-large</c>.
    /// </summary>
    public async Task<Result<Exported>> RunAsync(Input input, Stream output, CancellationToken cancellationToken)
    {
        if (input.By?.Can(Duty.TakeOut) == false)
            return new Problem("access.denied");
        if (input.By is { } officer && await sharing.ForAsync(officer, cancellationToken) is var shares
            && !(shares.SeesWhole(SharedField.Captures) && shares.SeesWhole(SharedField.Pictures)))
        {
            return new Problem("access.not-shared");
        }

        var id = input.CaseFileId;
        if (await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { MergedIntoId: null } file)
            return new Problem("case.unknown");

        var holders = await db.HoldersOfCaseAsync(id, cancellationToken);
        if (holders.Count > PackageWriter.MaxParts)
            return new Problem("package.too-large", PackageWriter.MaxBytes / (1024 * 1024), PackageWriter.MaxParts);
        var captures = await CapturesAsync(holders, cancellationToken);
        var uploads = await WithCopyAsync(await UploadsAsync(holders, captures, cancellationToken), cancellationToken);
        if (captures.Count + uploads.Count == 0)
            return new Problem("evidence.none");
        var now = clock.GetUtcNow();
        await RecordAsync(input, holders, uploads, now, cancellationToken);

        var contents = new PackageContents(
            file.Id.ToString("D"), now, captures.ConvertAll(Part), uploads.ConvertAll(grant => new PackagePicture(PictureKind.Jpeg, c => CopyAsync(grant.Sha256, c))),
            await prove.RunAsync(holders, cancellationToken));
        try
        {
            using var signing = key.Open();
            return (await PackageWriter.WriteAsync(contents, signing, output, cancellationToken)).TryGet(out var receipt, out var problem)
                ? new Exported($"terjaga-{file.Id:D}.zip", captures.Count, receipt.ManifestSha256)
                : problem;
        }
        catch (UnreadableException unreadable)
        {
            return unreadable.Problem;
        }
    }

    /// <remarks>A look of the watch counts where it saw the place gone; a hundred that saw it there prove no more than the last.</remarks>
    private async Task<List<(Capture Capture, string Address)>> CapturesAsync(List<Guid> holders, CancellationToken cancellationToken)
    {
        var all = await (
            from capture in db.Captures.AsNoTracking()
            join item in db.Items.AsNoTracking() on capture.ItemId equals item.Id
            where holders.Contains(item.Id) && capture.WarcSha256 != null && db.Set<BlobGrant>().Any(g => g.HolderId == item.Id)
                && (capture.Occasion != CaptureOccasion.Watch || capture.State == ItemState.Gone)
            orderby capture.Id
            select new { capture, item.Address }).ToListAsync(cancellationToken);
        return all.ConvertAll(row => (row.capture, row.Address.Value));
    }

    /// <summary>Pictures that came with the reports, each once.</summary>
    private async Task<List<BlobGrant>> UploadsAsync(
        List<Guid> holders, List<(Capture Capture, string Address)> captures, CancellationToken cancellationToken)
    {
        var items = captures.Select(c => c.Capture.ItemId).ToHashSet();
        var grants = await db.BlobGrants.AsNoTracking().Where(g => holders.Contains(g.HolderId))
            .OrderBy(g => g.HolderId).ThenBy(g => g.Sha256).ToListAsync(cancellationToken);
        return [.. grants.Where(g => !items.Contains(g.HolderId)).DistinctBy(g => g.Sha256)];
    }

    /// <summary>Those of which a copy can be made. A broken picture must not keep a case from having a package; its hash stands in the log.</summary>
    private async Task<List<BlobGrant>> WithCopyAsync(List<BlobGrant> uploads, CancellationToken cancellationToken)
    {
        var kept = new List<BlobGrant>(uploads.Count);
        foreach (var grant in uploads)
        {
            if (!(await store.ReadAsync(grant.Sha256, null, cancellationToken)).TryGet(out var picture, out _)
                || (await copy.RunAsync(picture, cancellationToken)).TryGet(out _, out var problem) || problem.Code != "picture.no-copy")
            {
                kept.Add(grant);
            }
        }

        return kept;
    }

    /// <remarks>Before the proof is made, so that the package itself shows it.</remarks>
    private async Task RecordAsync(Input input, List<Guid> holders, List<BlobGrant> uploads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var actor = input.By?.Actor ?? _operator;
        db.CustodyEntries.AddRange(holders.Select(holder => CustodyEntry.Record(now, CustodyAct.Exported, holder, actor)));
        db.CustodyEntries.AddRange(uploads.Select(grant => CustodyEntry.Record(now, CustodyAct.Redacted, grant.HolderId, actor, grant.Sha256)));
        db.Events.Add(DeskEvent.Record(now, input.CaseFileId, CaseEvents.EvidenceExported, actor, on: await db.GroundsOfCaseAsync(input.CaseFileId, cancellationToken)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private PackageCapture Part((Capture Capture, string Address) row)
    {
        var capture = row.Capture;
        return new PackageCapture(
            row.Address, capture.State, capture.At, c => ReadAsync(capture.WarcSha256!, c),
            capture is { PictureSha256: { } picture, PictureMediaType: { } kind } ? new PackagePicture(kind, c => ReadAsync(picture, c)) : null, capture.Text);
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        (await store.ReadAsync(sha256, null, cancellationToken)).TryGet(out var bytes, out var problem) ? bytes : throw new UnreadableException(problem);

    private async Task<ReadOnlyMemory<byte>> CopyAsync(string sha256, CancellationToken cancellationToken)
    {
        var picture = await ReadAsync(sha256, cancellationToken);
        return (await copy.RunAsync(picture.ToArray(), cancellationToken)).TryGet(out var made, out var problem) ? made.Content : throw new UnreadableException(problem);
    }

    /// <summary>Carries what went wrong through the writer of the package.</summary>
    private sealed class UnreadableException(Problem problem) : Exception(problem.Code)
    {
        public Problem Problem => problem;
    }
}
