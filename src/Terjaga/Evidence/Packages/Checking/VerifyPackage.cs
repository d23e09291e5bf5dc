using System.Security.Cryptography;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Checks an evidence package. It needs the file and a public key, no desk and no network.</summary>
public static class VerifyPackage
{
    /// <summary>Whatever the bytes are, the answer is a report; a package is read in its place and never unpacked.</summary>
    /// <param name="file">Can be sought in.</param>
    /// <param name="publicKey">PEM, as the desk publishes it; null to use the key in the package, which proves less.</param>
    public static Task<PackageReport> RunAsync(Stream file, byte[]? publicKey, CancellationToken cancellationToken) =>
        Task.Run(() => Run(file, publicKey, cancellationToken), cancellationToken);

    private static PackageReport Run(Stream file, byte[]? publicKey, CancellationToken cancellationToken)
    {
        var checks = new CheckList();
        if (ZipLayout.Read(file, out var wrong) is not { } layout)
        {
            checks.Fail("zip.layout", wrong ?? "");
            return new PackageReport(checks.Checks);
        }

        checks.Pass("zip.layout", "Every byte of the ZIP belongs to a file of it or is as it must be.");
        var parts = new PackageParts(file, layout);
        foreach (var name in parts.Names)
        {
            if (!parts.Count(name, cancellationToken))
                checks.Fail("zip.sums", "The sum in the ZIP does not fit.", name);
        }

        checks.PassUnlessFailed("zip.sums", "The sum of each file fits.");
        PackageNames.Check(parts, checks);
        using var key = ChooseKey(parts, publicKey, checks);
        ManifestCheck.Check(parts, key, checks);
        var head = HeadCheck.Check(parts, key, checks);
        new CapturesCheck(parts, ProofCheck.Check(parts, head, checks), checks).Run(cancellationToken);
        return new PackageReport(checks.Checks);
    }

    /// <summary>The key to check with: the one that was given, or that of the package.</summary>
    private static ECDsa? ChooseKey(PackageParts parts, byte[]? given, CheckList checks)
    {
        const string Code = "key.published";
        var inside = DeskSignature.ReadKey(parts.Read(PackageNames.Key));
        if (given is null)
        {
            if (inside is null)
                checks.Fail(Code, "The key in the package cannot be read.", PackageNames.Key);
            else
                checks.Miss(Code, $"No key was given, so the key in the package was used. Anybody could have put it there: compare its SHA-256 {DeskSignature.Fingerprint(inside)} with the one that the desk publishes.", PackageNames.Key);
            return inside;
        }

        using var unused = inside;
        var key = DeskSignature.ReadKey(given);
        if (key is null)
            checks.Fail(Code, "The key that was given is no public key on P-256 in PEM.");
        else if (inside is null || DeskSignature.Fingerprint(inside) != DeskSignature.Fingerprint(key))
            checks.Fail(Code, $"The key in the package is not the one that was given, whose SHA-256 is {DeskSignature.Fingerprint(key)}.", PackageNames.Key);
        else
            checks.Pass(Code, $"The key in the package is the one that was given, with SHA-256 {DeskSignature.Fingerprint(key)}.", PackageNames.Key);
        return key;
    }
}
