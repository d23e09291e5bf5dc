using System.Text;
using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages;

/// <summary>Parts that every package has alike: captures, and the entries of the custody log with their proofs.</summary>
internal static class SignedZipParts
{
    extension(SignedZip zip)
    {
        /// <param name="folder">Ends with a slash.</param>
        public async Task<bool> TryAddCaptureAsync(string folder, PackageCapture capture, CancellationToken cancellationToken) =>
            await zip.TryAddAsync(folder + "capture.warc.gz", await capture.Warc(cancellationToken), cancellationToken)
            && (capture.Screenshot is not { } picture
                || await zip.TryAddAsync($"{folder}screenshot.{EndingOf(picture)}", await picture.Bytes(cancellationToken), cancellationToken))
            && (capture.Text is not { } text || await zip.TryAddAsync(folder + "text.txt", Encoding.UTF8.GetBytes(text), cancellationToken));

        public async Task<bool> TryAddCustodyAsync(CustodyBundle custody, CancellationToken cancellationToken) =>
            await zip.TryAddAsync("custody/entries.jsonl", CustodyFiles.Entries(custody), cancellationToken)
            && await zip.TryAddAsync("custody/proofs.json", CustodyFiles.Proofs(custody), cancellationToken)
            && await zip.TryAddAsync("custody/head.txt", custody.Head.Text, cancellationToken)
            && await zip.TryAddAsync("custody/head.sig", custody.Head.Signature, cancellationToken)
            && (custody.Head.Stamp is not { } stamp || await zip.TryAddAsync("custody/head.tsr", stamp, cancellationToken))
            && await zip.TryAddAsync("custody/key.pem", Encoding.ASCII.GetBytes(custody.Head.PublicKey), cancellationToken);
    }

    public static string EndingOf(PackagePicture picture) => picture.MediaType switch
    {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        var other => throw new InvalidOperationException($"A package holds no {other}."),
    };
}
