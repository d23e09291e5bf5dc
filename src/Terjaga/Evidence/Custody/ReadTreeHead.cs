using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Evidence.Custody;

/// <summary>What everybody may see of the custody log: its heads, and the proofs that tie them together.</summary>
public sealed class ReadTreeHead(TerjagaDb db)
{
    /// <param name="Text">What is signed and stamped, byte for byte in ASCII.</param>
    /// <param name="Stamp">RFC 3161 token in DER; null while there is none.</param>
    /// <param name="PublicKey">In PEM.</param>
    public sealed record PublishedHead(
        long Size, byte[] Root, DateTimeOffset At, string Text, byte[] Signature, string PublicKey, byte[]? Stamp, DateTimeOffset? StampedAt);

    /// <summary>Hashes from the bottom, as RFC 9162 sections 2.1.3 and 2.1.4 have them.</summary>
    public sealed record ConsistencyProof(long From, long To, IReadOnlyList<byte[]> Path);

    /// <param name="Index">Place of the entry in the log, from 0.</param>
    public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path);

    /// <summary>The newest head, or the newest one of a size. Fails with <c>head.unknown</c>.</summary>
    public async Task<Result<PublishedHead>> RunAsync(long? size, CancellationToken cancellationToken)
    {
        var heads = db.TreeHeads.AsNoTracking().Where(h => size == null || h.Size == size);
        if (await heads.OrderByDescending(h => h.Size).ThenByDescending(h => h.Id).FirstOrDefaultAsync(cancellationToken) is not { } head)
            return new Problem("head.unknown");
        return new PublishedHead(
            head.Size, head.Root, head.At, Encoding.ASCII.GetString(head.ToSigned().Text), head.Signature, head.PublicKey, head.Stamp, head.StampedAt);
    }

    /// <summary>That the log of size <paramref name="to"/> begins with that of size <paramref name="from"/>. Fails with <c>proof.range</c>.</summary>
    public async Task<Result<ConsistencyProof>> ProveConsistencyAsync(long from, long to, CancellationToken cancellationToken)
    {
        if (from < 1 || from > to || to > await SizeAsync(cancellationToken))
            return new Problem("proof.range");
        return new ConsistencyProof(from, to, await HashesAsync(to, Merkle.ConsistencyPath(from, to), cancellationToken));
    }

    /// <summary>That the log of a size holds an entry. Fails with <c>proof.range</c>, or <c>entry.unknown</c> where it does not.</summary>
    /// <param name="leafHash">The hash of the entry in the log, in hexadecimal.</param>
    public async Task<Result<InclusionProof>> ProveInclusionAsync(string leafHash, long size, CancellationToken cancellationToken)
    {
        if (size < 1 || size > await SizeAsync(cancellationToken))
            return new Problem("proof.range");
        if (leafHash.Length != CustodyEntry.Sha256Length || !leafHash.All(char.IsAsciiHexDigit))
            return new Problem("entry.unknown");
        var hash = Convert.FromHexString(leafHash);
        var index = await db.CustodyEntries.Where(e => e.LeafHash == hash && e.LeafIndex < size)
            .Select(e => e.LeafIndex).FirstOrDefaultAsync(cancellationToken);
        if (index is not { } at)
            return new Problem("entry.unknown");
        return new InclusionProof(at, size, await HashesAsync(size, Merkle.InclusionPath(at, size), cancellationToken));
    }

    private Task<long> SizeAsync(CancellationToken cancellationToken) => db.CustodyLogs.Select(l => l.Size).SingleAsync(cancellationToken);

    private async Task<IReadOnlyList<byte[]>> HashesAsync(long size, IReadOnlyList<LeafRange> path, CancellationToken cancellationToken)
    {
        var tiles = await db.ReadTilesAsync(size, path, cancellationToken);
        return [.. path.Select(tiles.HashOf)];
    }
}
