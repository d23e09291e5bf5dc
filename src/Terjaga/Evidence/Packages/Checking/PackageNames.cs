using System.Globalization;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Which files a package has, must have and cannot have.</summary>
internal static class PackageNames
{
    public const string Manifest = "manifest.sha256", ManifestSignature = "manifest.sig";

    public const string Key = "custody/key.pem", Head = "custody/head.txt", HeadSignature = "custody/head.sig", Stamp = "custody/head.tsr";

    public const string Entries = "custody/entries.jsonl", Proofs = "custody/proofs.json";

    private static readonly string[] _needed =
        ["index.html", "index.en.html", "READ-ME.txt", Entries, Proofs, Head, HeadSignature, Key, Manifest, ManifestSignature];

    public static void Check(PackageParts parts, CheckList checks)
    {
        const string Code = "files.known";
        foreach (var missing in _needed.Where(name => !parts.Has(name)))
            checks.Fail(Code, "This file is missing.", missing);
        foreach (var unknown in parts.Names.Where(name => !IsKnown(name)))
            checks.Fail(Code, "No package has such a file.", unknown);
        foreach (var folder in Captures(parts).Where(folder => !parts.Has(folder + "capture.warc.gz")))
            checks.Fail(Code, "A capture has no WARC file.", folder);
        checks.PassUnlessFailed(Code, $"The package has {parts.Names.Count} files, each of a known name, and none is missing.");
    }

    /// <summary>Folders of captures, each once, with the slash at the end.</summary>
    public static IEnumerable<string> Captures(PackageParts parts) => parts.Names
        .Where(name => name.StartsWith("captures/", StringComparison.Ordinal)).Select(name => name[..(name.LastIndexOf('/') + 1)]).Distinct();

    private static bool IsKnown(string name) => _needed.Contains(name) || name == Stamp || name.Split('/') switch
    {
        ["captures", var number, "capture.warc.gz" or "screenshot.png" or "screenshot.jpg" or "text.txt"] => IsNumber(number),
        ["reports", var file] when file.Split('.') is [var number, "png" or "jpg"] => IsNumber(number),
        _ => false,
    };

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        && text == number.ToString(CultureInfo.InvariantCulture);
}
