using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Whether the files are those of the list, and the list is the desk's.</summary>
internal static class ManifestCheck
{
    /// <summary>Hexadecimal letters of a hash, and the two spaces that <c>sha256sum</c> writes behind them.</summary>
    private const int HashLetters = SHA256.HashSizeInBytes * 2, GapLetters = 2;

    public static void Check(PackageParts parts, ECDsa? key, CheckList checks)
    {
        const string Files = "manifest.files", Signature = "manifest.signature";
        if (parts.Read(PackageNames.Manifest) is not { } manifest)
        {
            checks.Fail(Files, "The list of files cannot be read.", PackageNames.Manifest);
            return;
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Encoding.Latin1.GetString(manifest).Split('\n')[..^1])
        {
            var name = line.Length > HashLetters + GapLetters ? line[(HashLetters + GapLetters)..] : "";
            if (!parts.Has(name) || name is PackageNames.Manifest or PackageNames.ManifestSignature || !named.Add(name))
                checks.Fail(Files, "The list has a line for a file that is not there.", parts.Has(name) ? name : null);
            else if (line[..^name.Length] != parts.Sha256Of(name) + "  ")
                checks.Fail(Files, "The file is not the one that the list names.", name);
        }

        foreach (var unlisted in parts.Names.Except([.. named, PackageNames.Manifest, PackageNames.ManifestSignature]))
            checks.Fail(Files, "The file is not in the list.", unlisted);
        if (manifest is not [.., (byte)'\n'])
            checks.Fail(Files, "The list does not end with a whole line.", PackageNames.Manifest);
        checks.PassUnlessFailed(Files, $"All {named.Count} files are as the list of hashes says.");
        if (parts.Read(PackageNames.ManifestSignature) is { } signature && DeskSignature.Fits(key, manifest, signature))
            checks.Pass(Signature, "The list of files is signed with the key.");
        else
            checks.Fail(Signature, "The list of files is not signed with the key.", PackageNames.ManifestSignature);
    }
}
