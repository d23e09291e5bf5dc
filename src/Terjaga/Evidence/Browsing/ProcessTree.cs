using System.Globalization;

namespace Terjaga.Evidence.Browsing;

/// <summary>What a process and all that it started take, as Linux tells it under <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>Names of the lines with memory that no file stands behind, in KiB (proc(5)).</summary>
    private static readonly string[] _own = ["RssAnon:", "RssShmem:"];

    /// <summary>Bytes of all of them together; 0 where there is none.</summary>
    public static long MemoryOf(int root)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .OfType<Seen>().ToLookup(seen => seen.Parent);
        var (open, total) = (new Stack<int>([root]), Read(root)?.Bytes ?? 0);
        while (open.TryPop(out var parent))
        {
            foreach (var child in all[parent])
            {
                total += child.Bytes;
                open.Push(child.Id);
            }
        }

        return total;
    }

    private static Seen? Read(int id)
    {
        try
        {
            var lines = File.ReadAllLines($"/proc/{id}/status");
            return new Seen(id, (int)Number(lines, "PPid:"), _own.Sum(name => Number(lines, name)) * 1024);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // It ended while we looked.
        }
    }

    private static long Number(string[] lines, string name) =>
        lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
        && long.TryParse(line.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed record Seen(int Id, int Parent, long Bytes);
}
