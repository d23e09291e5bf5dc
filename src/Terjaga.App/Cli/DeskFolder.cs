using System.CommandLine;
using Terjaga.Common.Storage;

namespace Terjaga.App.Cli;

/// <summary>The desk that a verb works on, by the folder of its data.</summary>
internal static class DeskFolder
{
    public static Option<string> Option() => new("--data")
    {
        Description = $"Folder of the desk's data. Default: ./{DeskOptions.DefaultDataFolder}",
        HelpName = "DIR",
    };

    public static WebApplication Build(string? dataFolder) =>
        DeskHost.Build(dataFolder is null ? [] : new Dictionary<string, string?> { [DeskOptions.DataFolderKey] = dataFolder });

    /// <summary>Whether there is no desk, said on standard error.</summary>
    public static async Task<bool> IsMissingAsync(WebApplication app)
    {
        var storage = app.Services.GetRequiredService<StorageOptions>();
        if (!storage.IsEmbedded || Directory.Exists(storage.DataFolder))
            return false;
        await Console.Error.WriteLineAsync($"There is no desk in {storage.DataFolder}.");
        return true;
    }
}
