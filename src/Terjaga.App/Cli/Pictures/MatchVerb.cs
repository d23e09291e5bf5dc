using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.App.Cli.Pictures;

/// <summary><c>match</c>: finds, in a list of hashes, all that look like those asked for, and misses none.</summary>
internal static class MatchVerb
{
    /// <summary>What stands for standard input.</summary>
    private const string Standard = "-";

    /// <summary>Most hashes of an index: what fits into 4 GB.</summary>
    private const int MaxIndexed = 20_000_000;

    public static Command Create()
    {
        var index = new Option<string>("--index") { Description = "Hashes to be found, one a line, as pdq writes them", Required = true };
        var radius = new Option<int>("--radius")
        {
            Description = "Most bits that may differ: 0 to 256",
            DefaultValueFactory = _ => PdqHash.AlikeRadius,
        };
        var input = new Option<string>("--in")
        {
            Description = "Hashes to look for, one a line; - for standard input (default)",
            DefaultValueFactory = _ => Standard,
        };
        var verb = new Verb(
            "match", "Writes query,match,distance for each two hashes that are alike, the nearest first.",
            "./terjaga match --index hashes.csv --radius 31 --in asked.csv") { index, radius, input };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(index), parsed.GetRequiredValue(radius), parsed.GetRequiredValue(input), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string index, int radius, string input, CancellationToken cancellationToken)
    {
        if (radius is < 0 or > PdqHash.BitCount)
        {
            await Console.Error.WriteLineAsync($"--radius is 0 to {PdqHash.BitCount}. See: terjaga match --help");
            return ExitCode.WrongUsage;
        }

        if (new[] { index, input }.FirstOrDefault(file => file != Standard && !File.Exists(file)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing}.");
            return ExitCode.NotPossibleHere;
        }

        if (index == Standard && input == Standard)
        {
            await Console.Error.WriteLineAsync("Only one of --index and --in can be standard input. See: terjaga match --help");
            return ExitCode.WrongUsage;
        }

        var entries = new List<PdqEntry>();
        var isWhole = await ReadAsync(index, hash => entries.Add(new PdqEntry(entries.Count, hash)), MaxIndexed, cancellationToken);
        var hashes = new PdqIndex(CollectionsMarshal.AsSpan(entries));
        entries = [];
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        isWhole &= await ReadAsync(input, query => Write(hashes, query, radius, output), long.MaxValue, cancellationToken);
        return isWhole ? ExitCode.Done : ExitCode.BadInput;
    }

    private static void Write(PdqIndex hashes, PdqHash query, int radius, StreamWriter output)
    {
        foreach (var match in hashes.Find(query, radius).OrderBy(match => match.Distance).ThenBy(match => match.Id))
            output.WriteLine($"{query},{match.Hash},{match.Distance}");
    }

    /// <summary>False if there was a line that is no hash, or more lines than may be; each is reported.</summary>
    private static async Task<bool> ReadAsync(string file, Action<PdqHash> take, long most, CancellationToken cancellationToken)
    {
        using var reader = file == Standard
            ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
            : new StreamReader(file, Encoding.UTF8);
        var (lines, isWhole, taken) = (new HashLines(reader), true, 0L);
        while (lines.Next() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (taken == most)
            {
                await Console.Error.WriteLineAsync($"{file}, line {line.Number}: more than {most} hashes (match.too-many).");
                return false;
            }

            if (line.Hash is { } hash)
            {
                take(hash);
                taken++;
                continue;
            }

            await Console.Error.WriteLineAsync($"{file}, line {line.Number}: no hash of 64 hexadecimal digits (match.hash-invalid).");
            isWhole = false;
        }

        return isWhole;
    }
}
