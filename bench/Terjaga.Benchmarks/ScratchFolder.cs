namespace Terjaga.Benchmarks;

/// <summary>All that a benchmark stores, on a real disk, and gone when it ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <remarks>Kept across restarts (Filesystem Hierarchy Standard 3.0, 5.15), so never in memory as /tmp may be.</remarks>
    public const string Parent = "/var/tmp";

    public string Path { get; } = Directory.CreateDirectory(
        System.IO.Path.Combine(Parent, "terjaga-bench-" + System.IO.Path.GetRandomFileName())).FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
