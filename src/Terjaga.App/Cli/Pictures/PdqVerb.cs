using System.CommandLine;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.App.Cli.Pictures;

/// <summary><c>pdq</c>: tells what pictures look like, in 256 bits.</summary>
internal static class PdqVerb
{
    /// <summary>What stands for standard input.</summary>
    private const string Standard = "-";

    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "PNG, JPEG, GIF or WebP; - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Verb(
            "pdq", "Writes hash,quality,file for each picture: alike pictures have hashes that differ in few bits.",
            "./terjaga pdq poster.jpg screenshot.png > hashes.csv") { files };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(files), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Done;
        foreach (var file in files)
        {
            var result = await ReadAsync(file, cancellationToken);
            if (result.TryGet(out var reading, out var problem))
            {
                await Console.Out.WriteLineAsync($"{reading.Hash},{reading.Quality},{Cell(file)}");
            }
            else
            {
                await Console.Error.WriteLineAsync($"{file}: no hash ({problem.Code}).");
                exit = ExitCode.BadInput;
            }
        }

        return exit;
    }

    private static async Task<Result<PdqReading>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != Standard && !File.Exists(file))
            return new Problem("picture.missing");
        await using var input = file == Standard ? Console.OpenStandardInput() : File.OpenRead(file);
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        while (await input.ReadAsync(block, cancellationToken) is > 0 and var count)
        {
            if (bytes.Length + count > PictureLook.MaxBytes)
                return new Problem("picture.file-too-large", PictureLook.MaxBytes / (1024 * 1024));
            await bytes.WriteAsync(block.AsMemory(0, count), cancellationToken);
        }

        return PictureLook.Read(bytes.ToArray());
    }

    /// <remarks>RFC 4180 section 2.</remarks>
    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
