using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Evidence.Packages;

/// <summary>
/// Writes the evidence of one case as one ZIP file that an outsider can check with common tools. The same contents give the
/// same bytes, but for the signature. <c>docs/evidence-package.md</c> says what each part is.
/// </summary>
internal sealed class PackageWriter
{
    public const long MaxBytes = SignedZip.MaxBytes;

    /// <summary>About 2,500 captures.</summary>
    public const int MaxParts = SignedZip.MaxParts;

    private readonly PackageContents _contents;

    private readonly SignedZip _zip;

    private readonly CancellationToken _cancellation;

    private PackageWriter(PackageContents contents, Stream output, CancellationToken cancellationToken) =>
        (_contents, _zip, _cancellation) = (contents, new SignedZip(output), cancellationToken);

    /// <summary>Fails with <c>package.too-large</c>, when a part of it may have been written, or <c>package.key-differs</c>.</summary>
    /// <param name="key">The one that signed the head: an outsider compares one key only.</param>
    public static async Task<Result<PackageReceipt>> WriteAsync(PackageContents contents, ECDsa key, Stream output, CancellationToken cancellationToken)
    {
        if (!SignedZip.IsKeyOf(contents.Custody.Head, key))
            return new Problem("package.key-differs");
        var writer = new PackageWriter(contents, output, cancellationToken);
        if (await writer.TryWritePartsAsync() && await writer._zip.SealAsync(key, cancellationToken) is { } receipt)
            return receipt;
        return SignedZip.TooLarge;
    }

    private async Task<bool> TryWritePartsAsync()
    {
        foreach (var (number, capture) in _contents.Captures.Index())
        {
            if (!await _zip.TryAddCaptureAsync($"captures/{number + 1}/", capture, _cancellation))
                return false;
        }

        foreach (var (number, picture) in _contents.Uploads.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"reports/{number + 1}.{SignedZipParts.EndingOf(picture)}");
            if (!await TryAddAsync(name, await picture.Bytes(_cancellation)))
                return false;
        }

        return await _zip.TryAddCustodyAsync(_contents.Custody, _cancellation)
            && await TryAddAsync("index.html", new PackageIndex(_contents, _zip.Parts, PackageWords.Indonesian).ToBytes())
            && await TryAddAsync("index.en.html", new PackageIndex(_contents, _zip.Parts, PackageWords.English).ToBytes())
            && await TryAddAsync("READ-ME.txt", ReadMe());
    }

    private Task<bool> TryAddAsync(string name, ReadOnlyMemory<byte> bytes) => _zip.TryAddAsync(name, bytes, _cancellation);

    private static byte[] ReadMe() => Encoding.UTF8.GetBytes(
        PackageWords.Say(PackageWords.Indonesian, "read-me") + "\n\n\n" + PackageWords.Say(PackageWords.English, "read-me") + "\n");
}
