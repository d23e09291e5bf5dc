using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks;

/// <summary>The machine that figures belong to; a load above zero before the start makes them trial figures.</summary>
internal static class Machine
{
    public static JsonObject Describe() => new()
    {
        ["at"] = TimeProvider.System.GetUtcNow().ToString("u", CultureInfo.InvariantCulture),
        ["cores"] = Environment.ProcessorCount,
        ["processor"] = Field("/proc/cpuinfo", "model name"),
        ["memory"] = Field("/proc/meminfo", "MemTotal"),
        ["system"] = RuntimeInformation.OSDescription,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["disk"] = new DriveInfo(ScratchFolder.Parent).DriveFormat,
        ["loadBefore"] = Load(),
    };

    /// <summary>Processes that ran or waited, averaged over one minute.</summary>
    public static double Load() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string? Field(string file, string name) => File.ReadLines(file)
        .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
