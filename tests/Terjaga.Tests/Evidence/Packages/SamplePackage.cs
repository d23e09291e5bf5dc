using System.Security.Cryptography;
using System.Text;
using Terjaga.Evidence;
using Terjaga.Evidence.Archive;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Packages;
using Terjaga.Evidence.Packages.Checking;
using Terjaga.Tests.Evidence.Archive;

namespace Terjaga.Tests.Evidence.Packages;

/// <summary>A package of three captures and a poster, as the desk would write it, with a log of 23 entries.</summary>
internal static class SamplePackage
{
    private const int LogSize = 23;

    public static ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static byte[] PublicKey => Encoding.ASCII.GetBytes(Key.ExportSubjectPublicKeyInfoPem() + "\n");

    public static PackageContents Contents(Func<byte[], byte[]?>? stamp = null, int captures = 3)
    {
        var made = Enumerable.Range(1, captures).Select(number => (Sample: SampleCapture.Make(number), Bytes: WarcWriter.ToBytes(SampleCapture.Make(number)))).ToList();
        return new PackageContents(
            "KP-2026-0042 <b>&", SampleCapture.At.AddDays(1),
            [.. made.Select(capture => new PackageCapture(
                "https://contoh.example/l?id=1&x=<script>", ItemState.There, SampleCapture.At, Part(capture.Bytes),
                new PackagePicture("image/png", Part(capture.Sample.Screenshot!.Bytes)), capture.Sample.Text))],
            [new PackagePicture("image/jpeg", Part(SampleCapture.Noise(5_000, 9)))],
            Custody([.. made.Select(capture => capture.Bytes)], stamp));
    }

    public static async Task<byte[]> BytesAsync(PackageContents contents)
    {
        using var output = new MemoryStream();
        Expect.Value(await PackageWriter.WriteAsync(contents, Key, output, TestContext.Current.CancellationToken));
        return output.ToArray();
    }

    public static async Task<PackageReport> VerifyAsync(byte[] package, byte[]? key = null) =>
        await VerifyPackage.RunAsync(new MemoryStream(package), key, TestContext.Current.CancellationToken);

    public static IEnumerable<string> Failed(PackageReport report) =>
        report.Checks.Where(check => check.State == PackageCheckState.Failed).Select(check => check.Code).Distinct();

    public static ReadPart Part(ReadOnlyMemory<byte> bytes) => _ => Task.FromResult(bytes);

    private static CustodyBundle Custody(IReadOnlyList<byte[]> warcs, Func<byte[], byte[]?>? stamp)
    {
        var leaves = Enumerable.Range(0, LogSize).Select(n => Encoding.ASCII.GetBytes(
            n % 7 == 3 && n / 7 < warcs.Count
                ? $"{{\"at\":\"2026-11-30T03:04:05Z\",\"act\":\"captured\",\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData(warcs[n / 7]))}\"}}"
                : $"{{\"at\":\"2026-11-30T03:04:05Z\",\"act\":\"viewed\",\"n\":{n}}}")).ToList();
        var head = new SignedHead(LogSize, OwnTree.Root(leaves), SampleCapture.At.AddHours(1), [], Encoding.ASCII.GetString(PublicKey), null);
        head = head with
        {
            Signature = Key.SignData(head.Text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
            Stamp = stamp?.Invoke(head.Text),
        };
        return new CustodyBundle(head, [.. Enumerable.Range(2, LogSize - 2).Select(n => new ProvenEntry(n, leaves[n], OwnTree.Path(n, leaves)))]);
    }
}
