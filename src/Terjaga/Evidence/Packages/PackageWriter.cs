using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages;

/// <summary>
/// Writes the evidence of one case as one ZIP file that an outsider can check with common tools. The same contents give the
/// same bytes, but for the signature. <c>docs/evidence-package.md</c> says what each part is.
/// </summary>
internal sealed class PackageWriter
{
    /// <summary>A file of the plain form of ZIP cannot be longer (4 GiB less one byte).</summary>
    public const long MaxBytes = uint.MaxValue;

    /// <summary>Parts of one package; about 2,500 captures.</summary>
    public const int MaxParts = 10_000;

    private readonly PackageContents _contents;

    private readonly StoredZip _zip;

    private readonly List<WrittenPart> _parts = [];

    private readonly CancellationToken _cancellation;

    private PackageWriter(PackageContents contents, Stream output, CancellationToken cancellationToken) =>
        (_contents, _zip, _cancellation) = (contents, new StoredZip(output), cancellationToken);

    /// <summary>Fails with <c>package.too-large</c>, when a part of it may have been written, or <c>package.key-differs</c>.</summary>
    /// <param name="key">The one that signed the head: an outsider compares one key only.</param>
    public static async Task<Result<PackageReceipt>> WriteAsync(PackageContents contents, ECDsa key, Stream output, CancellationToken cancellationToken)
    {
        using var headKey = ECDsa.Create();
        headKey.ImportFromPem(contents.Custody.Head.PublicKey);
        if (!headKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
            return new Problem("package.key-differs");
        var writer = new PackageWriter(contents, output, cancellationToken);
        if (await writer.TryWritePartsAsync() && await writer.SealAsync(key) is { } receipt)
            return receipt;
        return new Problem("package.too-large", MaxBytes / (1024 * 1024), MaxParts);
    }

    private async Task<bool> TryWritePartsAsync()
    {
        foreach (var (number, capture) in _contents.Captures.Index())
        {
            if (!await TryAddCaptureAsync($"captures/{number + 1}/", capture))
                return false;
        }

        foreach (var (number, picture) in _contents.Uploads.Index())
        {
            if (!await TryAddAsync(string.Create(CultureInfo.InvariantCulture, $"reports/{number + 1}.{Ending(picture)}"), await picture.Bytes(_cancellation)))
                return false;
        }

        return await TryAddCustodyAsync(_contents.Custody)
            && await TryAddAsync("index.html", new PackageIndex(_contents, _parts, PackageWords.Indonesian).ToBytes())
            && await TryAddAsync("index.en.html", new PackageIndex(_contents, _parts, PackageWords.English).ToBytes())
            && await TryAddAsync("READ-ME.txt", ReadMe());
    }

    private async Task<bool> TryAddCaptureAsync(string folder, PackageCapture capture) =>
        await TryAddAsync(folder + "capture.warc.gz", await capture.Warc(_cancellation))
        && (capture.Screenshot is not { } picture || await TryAddAsync($"{folder}screenshot.{Ending(picture)}", await picture.Bytes(_cancellation)))
        && (capture.Text is not { } text || await TryAddAsync(folder + "text.txt", Encoding.UTF8.GetBytes(text)));

    private async Task<bool> TryAddCustodyAsync(CustodyBundle custody) =>
        await TryAddAsync("custody/entries.jsonl", CustodyFiles.Entries(custody))
        && await TryAddAsync("custody/proofs.json", CustodyFiles.Proofs(custody))
        && await TryAddAsync("custody/head.txt", custody.Head.Text)
        && await TryAddAsync("custody/head.sig", custody.Head.Signature)
        && (custody.Head.Stamp is not { } stamp || await TryAddAsync("custody/head.tsr", stamp))
        && await TryAddAsync("custody/key.pem", Encoding.ASCII.GetBytes(custody.Head.PublicKey));

    /// <summary>Lists all parts, signs the list and ends the file; null where that is too large.</summary>
    private async Task<PackageReceipt?> SealAsync(ECDsa key)
    {
        var manifest = Encoding.ASCII.GetBytes(string.Concat(_parts.Select(part => $"{part.Sha256}  {part.Name}\n")));
        var signature = key.SignData(manifest, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        if (!await TryAddAsync("manifest.sha256", manifest) || !await TryAddAsync("manifest.sig", signature))
            return null;
        await _zip.EndAsync(_cancellation);
        return new PackageReceipt(_zip.Length, Convert.ToHexStringLower(SHA256.HashData(manifest)));
    }

    private async Task<bool> TryAddAsync(string name, ReadOnlyMemory<byte> bytes)
    {
        if (_parts.Count == MaxParts || _zip.LengthAtEnd + StoredZip.SizeOf(name, bytes.Length) > MaxBytes)
            return false;
        await _zip.AddAsync(name, bytes, _cancellation);
        _parts.Add(new WrittenPart(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))));
        return true;
    }

    private static string Ending(PackagePicture picture) => picture.MediaType switch
    {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        var other => throw new InvalidOperationException($"A package holds no {other}."),
    };

    private static byte[] ReadMe() => Encoding.UTF8.GetBytes(
        PackageWords.Say(PackageWords.Indonesian, "read-me") + "\n\n\n" + PackageWords.Say(PackageWords.English, "read-me") + "\n");
}
