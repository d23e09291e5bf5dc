using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.Win32.SafeHandles;

namespace Terjaga.Benchmarks.Intake;

/// <summary>What the disk allows a writer who waits for every record: the yardstick for group commit.</summary>
internal static partial class DiskSync
{
    /// <summary>One record, in bytes: about a report.</summary>
    private const int RecordBytes = 1024;

    private static readonly TimeSpan _time = TimeSpan.FromSeconds(5);

    /// <param name="PerSecond">Records that were each safe before the next was written.</param>
    public sealed record Figures(double PerSecond, Latencies Each)
    {
        public JsonObject ToJson()
        {
            var json = Each.ToJson();
            json["perSecond"] = Math.Round(PerSecond, 1);
            return json;
        }
    }

    /// <summary>Appends a record and waits for <c>fdatasync</c>, again and again.</summary>
    public static Figures Measure(string file)
    {
        var record = new byte[RecordBytes];
        var taken = new List<double>();
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write);
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < _time)
        {
            var one = Stopwatch.GetTimestamp();
            RandomAccess.Write(handle, record, (long)taken.Count * RecordBytes);
            if (Sync(handle) != 0)
                throw new Win32Exception(Marshal.GetLastPInvokeError());
            taken.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }

        return new Figures(taken.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds, new Latencies(taken));
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int Sync(SafeFileHandle file);
}
