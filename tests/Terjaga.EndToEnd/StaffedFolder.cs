namespace Terjaga.EndToEnd;

/// <summary>The data of a desk whose staff has joined, made once; walks that do not look at the first start begin with a copy of it.</summary>
internal static class StaffedFolder
{
    private static readonly Lazy<Task<string>> _made = new(MakeAsync);

    public static async Task CopyAsync(string to)
    {
        var from = await _made.Value;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static async Task<string> MakeAsync()
    {
        await using var desk = new DeskProcess();
        await desk.StartAsync(CancellationToken.None);
        using (var staff = new Staff(desk.Address))
            await staff.JoinAsync(desk, CancellationToken.None);
        await desk.StopAsync(CancellationToken.None);
        var kept = Directory.CreateTempSubdirectory("terjaga-e2e-staffed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(kept, recursive: true);
        Directory.Delete(kept);
        Directory.Move(desk.Data, kept);
        Directory.CreateDirectory(desk.Data);
        return kept;
    }
}
