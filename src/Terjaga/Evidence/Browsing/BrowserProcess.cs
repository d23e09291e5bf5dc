using System.ComponentModel;
using System.Diagnostics;

namespace Terjaga.Evidence.Browsing;

/// <summary>One browser for one page: a process tree of its own with a fresh profile, which ends with it.</summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private const string FolderPrefix = "terjaga-browser-";

    private static readonly TimeSpan _glance = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;

    private readonly string _profile;

    private BrowserProcess(Process process, string profile) => (_process, _profile) = (process, profile);

    public BrowserPipe Pipe => field ??= new BrowserPipe(_process.StandardOutput.BaseStream, _process.StandardInput.BaseStream);

    /// <summary>True after it was ended because it took more than <see cref="BrowserLimits.MaxMemory"/>.</summary>
    public bool TookTooMuch { get; private set; }

    public bool HasEnded => _process.HasExited;

    /// <summary>Null where the programs that it needs are not there.</summary>
    public static BrowserProcess? Start(string program)
    {
        RemoveLeftovers();
        var profile = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
        var process = new Process { StartInfo = BrowserCommand.Of(program, profile) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            process.Dispose();
            Directory.Delete(profile);
            return null;
        }

        // Heard and thrown away, so that it never waits for us to listen.
        process.BeginErrorReadLine();
        return new BrowserProcess(process, profile);
    }

    /// <summary>Ends the browser when it takes too much; returns when it has ended.</summary>
    public async Task WatchAsync(CancellationToken cancellationToken)
    {
        while (!_process.HasExited)
        {
            if (ProcessTree.MemoryOf(_process.Id) > BrowserLimits.MaxMemory)
            {
                TookTooMuch = true;
                _process.Kill(entireProcessTree: true);
            }

            await Task.Delay(_glance, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
                return;
        }
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
