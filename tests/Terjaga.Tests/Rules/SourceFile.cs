using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

/// <summary>A file of the checkout, as the rules read it.</summary>
/// <param name="Path">From the root, with slashes.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly string[] _generated = ["/Migrations/", "/obj/", "/bin/", "/artifacts/", "/terjaga-data/"];

    /// <summary>Without comments, and with empty strings: what is left can only be code.</summary>
    public string Code => NoCode().Replace(Text, match => match.Value[0] is '/' ? "" : "\"\"");

    /// <summary>The folder below <c>src/Terjaga</c>; null for a file of another project or at its root.</summary>
    public string? Area => Path.Split('/') is ["src", "Terjaga", var area, _, ..] ? area : null;

    /// <summary>
    /// All files with one of the endings below a folder, without what is generated. Fails where there are none: a rule
    /// that reads nothing proves nothing.
    /// </summary>
    public static IReadOnlyList<SourceFile> Read(string folder, params string[] endings)
    {
        var root = System.IO.Path.Combine(SharedFolder.Root, folder);
        var files = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
                .Select(file => System.IO.Path.GetRelativePath(SharedFolder.Root, file).Replace('\\', '/'))
                .Where(path => !_generated.Any(part => ("/" + path).Contains(part, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).ToList()
            : [];
        Assert.True(files.Count > 0, $"There is no {string.Join(" or ", endings)} below {folder}: the rule reads nothing.");
        return files.ConvertAll(Open);
    }

    /// <summary>One file; fails where it is not there.</summary>
    public static SourceFile Open(string path)
    {
        var file = System.IO.Path.Combine(SharedFolder.Root, path);
        Assert.True(File.Exists(file), $"{path} is not there.");
        return new SourceFile(path, File.ReadAllText(file));
    }

    [GeneratedRegex("""
        //[^\n]* | /\*.*?\*/ | [$@]*\"{3,}.*?\"{3,} | [$@]*"(?:\\.|[^"\\\n])*"
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NoCode();
}
