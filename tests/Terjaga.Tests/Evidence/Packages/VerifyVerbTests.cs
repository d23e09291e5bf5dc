using System.Text.Json;
using Terjaga.Tests.Cli;

namespace Terjaga.Tests.Evidence.Packages;

public sealed class VerifyVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_good_package_is_0_a_changed_one_1_and_a_missing_one_3()
    {
        var (file, key) = (Path.Combine(_folder.Path, "case.zip"), Path.Combine(_folder.Path, "public.pem"));
        var package = await SamplePackage.BytesAsync(SamplePackage.Contents(captures: 1));
        await File.WriteAllBytesAsync(file, package, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(key, SamplePackage.PublicKey, TestContext.Current.CancellationToken);

        var good = await TypeAsync("verify", file, "--key", key);
        package[package.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, package, TestContext.Current.CancellationToken);
        var changed = await TypeAsync("verify", file);
        var missing = await TypeAsync("verify", file, "--key", "/nowhere.pem");

        Assert.Equal((0, ""), (good.ExitCode, good.Errors));
        var first = JsonDocument.Parse(good.Output.Split('\n')[0]).RootElement;
        Assert.Equal(("zip.layout", "passed"), (first.GetProperty("code").GetString(), first.GetProperty("state").GetString()));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("\"state\":\"failed\"", changed.Output, StringComparison.Ordinal);
        Assert.Matches("[0-9]+ of [0-9]+ checks failed", changed.Errors);
        Assert.Equal((3, "There is no file /nowhere.pem.\n"), (missing.ExitCode, missing.Errors));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int ExitCode, string Output, string Errors)> TypeAsync(params string[] typed)
    {
        using var command = TypedCommand.Start(new Dictionary<string, string?>(), typed);
        return await command.EndAsync();
    }
}
