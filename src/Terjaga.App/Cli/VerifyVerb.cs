using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Terjaga.Evidence.Packages.Checking;

namespace Terjaga.App.Cli;

/// <summary><c>verify</c>: checks an evidence package, for anybody who was handed one.</summary>
internal static class VerifyVerb
{
    /// <summary>A key in PEM has some 200 bytes.</summary>
    private const int MaxKeyBytes = 64 * 1024;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The package, a ZIP file" };
        var key = new Option<string>("--key") { Description = "The public key of the desk in PEM; without it the key in the package is used" };
        var verb = new Verb(
            "verify", "Checks an evidence package and writes one line of JSON for each check; 1 is answered where one failed.",
            "./terjaga verify case.zip --key public.pem") { file, key };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(key), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? key, CancellationToken cancellationToken)
    {
        if (new[] { file, key ?? file }.FirstOrDefault(path => !File.Exists(path)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing}.");
            return ExitCode.NotPossibleHere;
        }

        await using var package = File.OpenRead(file);
        var report = await VerifyPackage.RunAsync(package, key is null ? null : await ReadKeyAsync(key, cancellationToken), cancellationToken);
        foreach (var check in report.Checks)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(check, _json));
        if (report.IsGood)
            return ExitCode.Done;
        var failed = report.Checks.Count(check => check.State == PackageCheckState.Failed);
        await Console.Error.WriteLineAsync($"{file}: {failed} of {report.Checks.Count} checks failed.");
        return ExitCode.BadInput;
    }

    /// <summary>The beginning of what was named; more is no key, and the report says so.</summary>
    private static async Task<byte[]> ReadKeyAsync(string key, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(key);
        var bytes = new byte[MaxKeyBytes];
        return bytes[..await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken)];
    }
}
