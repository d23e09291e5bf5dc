using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Terjaga.Takedown.Replies;

namespace Terjaga.App.Cli.Mail;

/// <summary><c>bounce</c>: tells what the mails of a folder are: bounces with their reasons, complaints, answers.</summary>
internal static class BounceVerb
{
    /// <summary>What the names of mails end with.</summary>
    private const string MailFiles = "*.eml";

    /// <summary>The kind of a file that is no mail.</summary>
    private const string Unreadable = "unreadable";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Line(string File, string Kind, string? Reason, string? Status, IReadOnlyList<string> Recipients, IReadOnlyList<string> ReferredIds, string? Said);

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A mail, or a folder of mails (*.eml; all files where there is none)" };
        var json = new Option<bool>("--json") { Description = "JSON Lines with all that was read, instead of columns" };
        var verb = new Verb(
            "bounce", "Writes file, kind, reason, status and recipient of each mail, and counts the kinds.", "./terjaga bounce mails/") { path, json };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(path), parsed.GetValue(json), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string path, bool isJson, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file and no folder {path}.");
            return ExitCode.NotPossibleHere;
        }

        var (read, counts, exit) = (new ReadMail(ReplyPhrases.Read(DeskAreas.DataFolder)), new SortedDictionary<string, int>(StringComparer.Ordinal), ExitCode.Done);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var file in FilesOf(path))
        {
            var line = await LookAsync(read, file, cancellationToken);
            if (line.Kind == Unreadable)
                exit = ExitCode.BadInput;
            counts[line.Kind] = counts.GetValueOrDefault(line.Kind) + 1;
            await output.WriteLineAsync(isJson
                ? JsonSerializer.Serialize(line, _json)
                : string.Join('\t', line.File, line.Kind, line.Reason ?? "-", line.Status ?? "-", line.Recipients.Count > 0 ? string.Join(',', line.Recipients) : "-"));
        }

        await Console.Error.WriteLineAsync($"{counts.Values.Sum()} mails: {string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}"))}");
        return exit;
    }

    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path))
            return [path];
        var mails = Directory.GetFiles(path, MailFiles);
        return (mails.Length > 0 ? mails : Directory.GetFiles(path)).Order(StringComparer.Ordinal);
    }

    private static async Task<Line> LookAsync(ReadMail read, string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var mail = await MailBytes.ReadAsync(stream, cancellationToken);
        if (!read.Read(mail).TryGet(out var reading, out var problem))
            return new(Path.GetFileName(file), Unreadable, problem.Code, null, [], [], null);
        return new(
            Path.GetFileName(file), KindWords.Of(reading.Kind), reading.Reason is { } reason ? KindWords.Of(reason) : null, reading.Status, reading.Recipients,
            reading.ReferredIds, reading.Said == SaidOutcome.Nothing ? null : KindWords.Of(reading.Said));
    }
}
