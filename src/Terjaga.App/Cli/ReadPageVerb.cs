using System.CommandLine;
using Terjaga.Evidence;

namespace Terjaga.App.Cli;

/// <summary>
/// <c>read-page</c>: reads a page of a stranger from standard input, its media type on the first line, and writes its words
/// or what can safely be shown of it. The desk starts it as a process of its own for a page that may break the parser; nobody
/// types it.
/// </summary>
internal static class ReadPageVerb
{
    public static Command Create()
    {
        var what = new Argument<string>("what") { Description = "words or page" };
        var verb = new Verb("read-page", "Used by the desk itself.", "./terjaga read-page words < page.html") { what };
        verb.Hidden = true;
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(what), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string what, CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        using var read = new MemoryStream();
        await input.CopyToAsync(read, cancellationToken);
        if (await ReadStrangersPage.RunAsync(what, read.ToArray(), cancellationToken) is not { } answer)
            return ExitCode.BadInput;
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(answer, cancellationToken);
        return ExitCode.Done;
    }
}
