using System.Runtime.CompilerServices;

namespace Terjaga.Testing;

/// <summary>Finds the checkout, and the folder of cases that others wrote, where it is there.</summary>
public static class SharedFolder
{
    /// <summary>Root of the checkout that this code was built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a shared file or folder; skips the test, with the reason, where it is absent.</summary>
    public static string Require(string path)
    {
        var folder = Environment.GetEnvironmentVariable("TERJAGA_SHARED") ?? Path.Combine(Root, "..", "shared");
        var full = Path.GetFullPath(Path.Combine(folder, path));
        Assert.SkipUnless(Path.Exists(full), $"The shared folder with {path} is not here (set TERJAGA_SHARED).");
        return full;
    }

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Terjaga.slnx")))
                return folder.FullName;
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
    }
}
