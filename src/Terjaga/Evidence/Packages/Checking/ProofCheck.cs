using System.Text.Json;
using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Whether the head holds each entry, and which captures the entries tell of.</summary>
internal static class ProofCheck
{
    private const string Code = "log.proofs";

    /// <summary>The word of the log for a capture that was made.</summary>
    private const string Captured = "captured";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Hashes of captures that a proven entry tells of, lower-case hexadecimal.</summary>
    public static HashSet<string> Check(PackageParts parts, SignedHead? head, CheckList checks)
    {
        var captured = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (head is null || ReadProofs(parts.Read(PackageNames.Proofs)) is not { } proofs || parts.Read(PackageNames.Entries) is not { } entries)
        {
            checks.Fail(Code, "Without a signed head, entries and proofs that can be read, nothing is proven.", PackageNames.Proofs);
            return captured;
        }

        var leaves = Lines(entries);
        if (proofs.Size != head.Size || !proofs.Root.AsSpan().SequenceEqual(head.Root) || leaves.Count != proofs.Entries.Count)
            checks.Fail(Code, "The proofs are not those of these entries and this head.", PackageNames.Proofs);
        foreach (var (number, leaf) in leaves.Take(proofs.Entries.Count).Index())
        {
            var proof = proofs.Entries[number];
            if (Merkle.RootOf(proof.Index, head.Size, Merkle.LeafHash(leaf), proof.Path) is not { } root || !root.AsSpan().SequenceEqual(head.Root))
                checks.Fail(Code, $"The head does not hold the entry in line {number + 1}.", PackageNames.Entries);
            else if (CapturedSha256(leaf) is { } sha256)
                captured.Add(sha256);
        }

        checks.PassUnlessFailed(Code, $"The head holds all {leaves.Count} entries.");
        return captured;
    }

    private static ProofFile? ReadProofs(byte[]? bytes)
    {
        try
        {
            return bytes is not null && JsonSerializer.Deserialize<ProofFile>(bytes, _json) is { } file
                && file.Entries.TrueForAll(line => line is { Path: var path } && path.TrueForAll(hash => hash is not null)) ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<byte[]> Lines(byte[] entries)
    {
        var lines = new List<byte[]>();
        for (var at = 0; at < entries.Length;)
        {
            var length = entries.AsSpan(at).IndexOf((byte)'\n');
            length = length < 0 ? entries.Length - at : length;
            lines.Add(entries[at..(at + length)]);
            at += length + 1;
        }

        return lines;
    }

    /// <summary>Null where the entry is about another act.</summary>
    private static string? CapturedSha256(byte[] leaf)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(leaf, _json) is { Act: Captured, Sha256: var sha256 } ? sha256 : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ProofFile(long Size, byte[] Root, List<ProofLine> Entries);

    private sealed record ProofLine(long Index, List<byte[]> Path);

    /// <remarks>An entry has more; only these two matter here.</remarks>
    private sealed record Entry(string Act, string? Sha256);
}
