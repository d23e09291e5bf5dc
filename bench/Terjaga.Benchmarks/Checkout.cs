namespace Terjaga.Benchmarks;

/// <summary>Where the built desk is, and the folder of posts that others wrote.</summary>
internal static class Checkout
{
    /// <summary>The executable that operators run, built beside this program.</summary>
    public static string Desk
    {
        get
        {
            var path = Path.Combine(Root, "artifacts", "publish", "Terjaga.App", "release", "Terjaga.App");
            return File.Exists(path) ? path : throw new MissingPartException($"{path} is not built. Run: ./terjaga bench NAME");
        }
    }

    /// <summary>The engine as it was compiled, not ahead for this machine.</summary>
    public static string BuiltEngine
    {
        get
        {
            var path = Path.Combine(Root, "artifacts", "bin", "Terjaga.Screening", "release", "Terjaga.Screening.dll");
            return File.Exists(path) ? path : throw new MissingPartException($"{path} is not built. Run: ./terjaga bench NAME");
        }
    }

    /// <summary>Where the texts go that the engine does not stand.</summary>
    public static string Findings => Path.Combine(Root, "artifacts", "fuzz-findings");

    private static string Root { get; } = FindRoot();

    /// <summary>A folder of the shared ones. Throws <see cref="MissingPartException"/> where it is absent.</summary>
    public static string Shared(string path)
    {
        var folder = Environment.GetEnvironmentVariable("TERJAGA_SHARED") ?? Path.Combine(Root, "..", "shared");
        var full = Path.GetFullPath(Path.Combine(folder, path));
        return Path.Exists(full)
            ? full
            : throw new MissingPartException($"The shared folder with {path} is not here; set TERJAGA_SHARED.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Terjaga.slnx")))
                return folder.FullName;
        }

        throw new MissingPartException("This program measures the desk of its own checkout and is not in one.");
    }
}
