using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>
/// Keeps what was seen and what was sent, sealed and once: each content under a key of its own, which every holder (an item,
/// a report) has sealed with theirs. The file is on the disk before a row names it.
/// </summary>
public sealed partial class EvidenceStore(TerjagaDb db, IBlobFiles files, DeskKey desk, TimeProvider clock, ILogger<EvidenceStore> logger)
{
    /// <summary>How long a file may wait for the row that names it; longer than any request and any lease of work.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Holders whose keys are tried before a content counts as damaged.</summary>
    private const int MaxTries = 8;

    /// <summary>What this scope has placed and maybe not saved yet.</summary>
    private readonly Dictionary<string, ContentKey> _placed = [];

    /// <summary>The SHA-256 of bytes in lower-case hexadecimal, under which they are kept.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>
    /// Puts the bytes on the disk and adds their rows to what the next save stores. Gives <see cref="HashOf"/>. Where another
    /// saves the same in the same moment, the save fails and may be done again from the start.
    /// </summary>
    public async Task<string> KeepAsync(Guid holderId, byte[] content, CancellationToken cancellationToken) =>
        (await KeepAllAsync([new HeldContent(holderId, content)], cancellationToken))[0];

    /// <summary>The same of many, which asks the disk and the database about as often as for one.</summary>
    /// <returns>Their hashes, in their order.</returns>
    public async Task<IReadOnlyList<string>> KeepAllAsync(IReadOnlyList<HeldContent> contents, CancellationToken cancellationToken)
    {
        var known = await KnownContents.ReadAsync(db, contents, cancellationToken);
        await PlaceAsync(contents.Where(c => !known.IsGranted(c)), cancellationToken);
        foreach (var content in contents)
            known.Grant(content, _placed, desk, clock.GetUtcNow());
        return [.. contents.Select(c => c.Sha256)];
    }

    /// <summary>
    /// Puts the bytes of a new holder on the disk, and gives the statements that store their rows in the same commit as
    /// their <paramref name="cause"/>.
    /// </summary>
    internal async Task<IReadOnlyList<Statement>> BringAsync(
        Guid holderId, IEnumerable<byte[]> contents, Cause cause, CancellationToken cancellationToken)
    {
        var holder = EvidenceKey.Make(desk, holderId);

        // Always in the same order: two who bring the same contents never wait for each other's rows.
        List<HeldContent> held = [.. contents.Select(c => new HeldContent(holderId, c)).DistinctBy(c => c.Sha256).OrderBy(c => c.Sha256, StringComparer.Ordinal)];
        await PlaceAsync(held, cancellationToken);
        List<Statement> statements = [];
        foreach (var content in held)
        {
            var placed = _placed[content.Sha256];
            statements.Add(Blob.Store(placed, content.Bytes.Length, clock.GetUtcNow()).ToStatement(db, cause));
            statements.Add(BlobGrant.Give(holderId, holder.Open(desk), placed).ToStatement(cause));
        }

        return statements.Count == 0 ? [] : [holder.ToStatement(cause), .. statements];
    }

    /// <summary>
    /// The bytes, whoever holds them; only those of <paramref name="holderId"/> where it is given. Fails with
    /// <c>evidence.unknown</c> (never kept, or destroyed), <c>evidence.missing</c> (the file is lost) or <c>evidence.damaged</c>.
    /// </summary>
    public async Task<Result<byte[]>> ReadAsync(string sha256, Guid? holderId, CancellationToken cancellationToken)
    {
        var granted = await db.GrantedKeys(sha256).Where(g => holderId == null || g.Grant.HolderId == holderId)
            .OrderBy(g => g.Grant.HolderId).Take(MaxTries).ToListAsync(cancellationToken);
        var problem = new Problem("evidence.unknown");
        foreach (var content in granted.Select(g => g.Open(desk)))
        {
            var closed = content is null ? null : await files.GetAsync(content.File, cancellationToken);
            if (closed is not null && content?.Open(closed) is { } plain)
                return plain;
            problem = content is not null && closed is null ? new Problem("evidence.missing") : new Problem("evidence.damaged");
        }

        if (granted.Count > 0)
            LogUnreadable(problem.Code);
        return problem;
    }

    /// <summary>
    /// Destroys the key of a holder, and with it every content that nobody else holds; its words and its look are forgotten
    /// too, and the sweep removes its file. Again it changes nothing. The caller saves.
    /// </summary>
    internal async Task DestroyAsync(Guid holderId, CancellationToken cancellationToken)
    {
        if (await db.EvidenceKeys.FindAsync([holderId], cancellationToken) is not { WrappedKey: not null } holder)
            return;

        foreach (var grant in await db.BlobGrants.Where(g => g.HolderId == holderId).ToListAsync(cancellationToken))
        {
            db.BlobGrants.Remove(grant);
            var others = await db.BlobGrants.Where(g => g.Sha256 == grant.Sha256 && g.HolderId != holderId)
                .Select(g => g.File).Distinct().OrderBy(f => f).ToListAsync(cancellationToken);
            if (others.Count == 0)
                await ForgetAsync(grant.Sha256, cancellationToken);
            else if (await db.Blobs.FindAsync([grant.Sha256], cancellationToken) is { } blob && !others.Contains(blob.File))
                blob.MoveTo(others[0]);
        }

        holder.Destroy(clock.GetUtcNow());
    }

    private async Task ForgetAsync(string sha256, CancellationToken cancellationToken)
    {
        if (await db.Blobs.FindAsync([sha256], cancellationToken) is { } blob)
            blob.Orphan(clock.GetUtcNow());
        if (await db.PicturesRead.FindAsync([sha256], cancellationToken) is { } read)
            db.PicturesRead.Remove(read);
    }

    /// <summary>Sees to it that each content has a file, and keeps the key of it: of the one that is there, or of one that is now.</summary>
    /// <remarks>A file that loses its last holder after this look stays for <see cref="Grace"/>, and so does its row.</remarks>
    private async Task PlaceAsync(IEnumerable<HeldContent> contents, CancellationToken cancellationToken)
    {
        var unplaced = contents.Where(c => !_placed.ContainsKey(c.Sha256)).DistinctBy(c => c.Sha256).ToList();
        if (unplaced.Count == 0)
            return;
        var hashes = unplaced.ConvertAll(c => c.Sha256);
        foreach (var stored in await db.Blobs.AsNoTracking().Where(b => hashes.Contains(b.Sha256)).Select(b => b.Sha256).ToListAsync(cancellationToken))
        {
            if (await KeyOfAsync(stored, cancellationToken) is { } there)
                _placed[stored] = there;
        }

        unplaced.RemoveAll(c => _placed.ContainsKey(c.Sha256));
        var keys = unplaced.ConvertAll(c => ContentKey.Draw(c.Sha256));
        await files.PutAllAsync([.. unplaced.Zip(keys, (content, key) => new SealedFile(key.File, key.Seal(content.Bytes)))], cancellationToken);
        keys.ForEach(key => _placed[key.Sha256] = key);
    }

    /// <summary>Null where nobody can open the file that is there.</summary>
    private async Task<ContentKey?> KeyOfAsync(string sha256, CancellationToken cancellationToken) => (await (
        from known in db.GrantedKeys(sha256)
        join blob in db.Blobs on known.Grant.File equals blob.File
        select known).FirstOrDefaultAsync(cancellationToken))?.Open(desk);

    [LoggerMessage(LogLevel.Error, "A content of the evidence store cannot be read: {Kind}")]
    private partial void LogUnreadable(string kind);
}
