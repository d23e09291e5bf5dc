using System.Security.Cryptography;
using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages;

/// <summary>A ZIP file with a list of all its parts and their hashes, which the desk signs: what every package is made with.</summary>
internal sealed class SignedZip(Stream output)
{
    /// <summary>A file of the plain form of ZIP cannot be longer (4 GiB less one byte).</summary>
    public const long MaxBytes = uint.MaxValue;

    /// <summary>Parts of one package.</summary>
    public const int MaxParts = 10_000;

    private const int Megabyte = 1024 * 1024;

    private readonly StoredZip _zip = new(output);

    private readonly List<WrittenPart> _parts = [];

    public static Problem TooLarge => new("package.too-large", MaxBytes / Megabyte, MaxParts);

    /// <summary>All that were added so far.</summary>
    public IReadOnlyList<WrittenPart> Parts => _parts;

    /// <summary>Whether the key is the one that signed a head: an outsider compares one key only.</summary>
    public static bool IsKeyOf(SignedHead head, ECDsa key)
    {
        using var headKey = ECDsa.Create();
        headKey.ImportFromPem(head.PublicKey);
        return headKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>False, and nothing is written, where the package would be too large.</summary>
    public async Task<bool> TryAddAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_parts.Count == MaxParts || _zip.LengthAtEnd + StoredZip.SizeOf(name, bytes.Length) > MaxBytes)
            return false;
        await _zip.AddAsync(name, bytes, cancellationToken);
        _parts.Add(new WrittenPart(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))));
        return true;
    }

    /// <summary>Lists all parts, signs the list and ends the file; null where that is too large.</summary>
    public async Task<PackageReceipt?> SealAsync(ECDsa key, CancellationToken cancellationToken)
    {
        var manifest = System.Text.Encoding.ASCII.GetBytes(string.Concat(_parts.Select(part => $"{part.Sha256}  {part.Name}\n")));
        var signature = key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (!await TryAddAsync("manifest.sha256", manifest, cancellationToken) || !await TryAddAsync("manifest.sig", signature, cancellationToken))
            return null;
        await _zip.EndAsync(cancellationToken);
        return new PackageReceipt(_zip.Length, Convert.ToHexStringLower(SHA256.HashData(manifest)));
    }
}
