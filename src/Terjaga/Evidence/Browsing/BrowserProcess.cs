using System.Diagnostics;

namespace Terjaga.Evidence.Browsing;

/// <summary>One browser for one page: a process tree of its own with a fresh profile, which ends with it.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private const string FolderPrefix = "terjaga-browser-";

    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan _parting = TimeSpan.FromSeconds(3);

    /// <summary>What a shell and the programs before the browser answer where there is no such program.</summary>
    private const int NotFound = 127;

    private readonly Process _process;

    private readonly string _profile;

    private bool _tookTooMuch;

    private BrowserProcess(Process process, string profile) => (_process, _profile) = (process, profile);

    public BrowserPipe Pipe => field ??= new BrowserPipe(_process.StandardOutput.BaseStream, _process.StandardInput.BaseStream);

    /// <summary><c>browser.missing</c> or <c>browser.too-much-memory</c> after it ended of that; otherwise null.</summary>
    public async Task<string?> ComplainAsync()
    {
        // Its pipe breaks a moment before its end is known, a longer one on a busy machine.
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(_parting, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _tookTooMuch ? "browser.too-much-memory"
            : _process is { HasExited: true, ExitCode: NotFound } ? "browser.missing"
            : null;
    }

    /// <param name="time">After which it ends by its own clock, also where this process is gone.</param>
    public static BrowserProcess Start(string program, TimeSpan time)
    {
        RemoveLeftovers();
        var profile = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
        var process = new Process { StartInfo = BrowserCommand.Of(program, profile, time) };
        process.Start();

        // Heard and thrown away, so that it never waits for us to listen.
        process.BeginErrorReadLine();
        return new BrowserProcess(process, profile);
    }

    /// <summary>Ends the browser when it takes too much, and cancels <paramref name="end"/> when it has ended.</summary>
    public async Task WatchAsync(CancellationTokenSource end)
    {
        while (!_process.HasExited && !end.IsCancellationRequested)
        {
            if (ProcessTree.MemoryOf(_process.Id) > BrowserLimits.MaxMemory)
            {
                _tookTooMuch = true;
                _process.Kill(entireProcessTree: true);
            }

            await Task.Delay(_glance, TimeProvider.System, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await end.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Pipe.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Remove(_profile);
    }

    /// <summary>Profiles of browsers whose desk was killed; theirs has long ended by its own clock.</summary>
    private static void RemoveLeftovers()
    {
        var old = TimeProvider.System.GetUtcNow().UtcDateTime - (2 * BrowserLimits.Time);
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            if (Directory.GetCreationTimeUtc(folder) < old)
                Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process removes it at the same moment, or a killed one still writes; the next start tries again.
        }
    }
}
