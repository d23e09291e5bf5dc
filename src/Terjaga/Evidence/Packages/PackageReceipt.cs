namespace Terjaga.Evidence.Packages;

/// <summary>A package was written.</summary>
/// <param name="ManifestSha256">Names the package: everything in it follows from its manifest. Lower-case hexadecimal.</param>
internal sealed record PackageReceipt(long SizeBytes, string ManifestSha256);
