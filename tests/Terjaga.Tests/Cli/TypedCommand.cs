using System.Diagnostics;

namespace Terjaga.Tests.Cli;

/// <summary>The executable as somebody types it, in a process of its own.</summary>
internal sealed class TypedCommand : IDisposable
{
    private readonly Process _process;

    private TypedCommand(Process process) => _process = process;

    public int Id => _process.Id;

    public StreamReader Errors => _process.StandardError;

    public static TypedCommand Start(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Terjaga.App.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new TypedCommand(Process.Start(start) ?? throw new InvalidOperationException("No process."));
    }

    /// <summary>Waits for the end and tells what was written and answered.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await output, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
