using System.Text;
using Terjaga.Evidence.Viewing;

namespace Terjaga.Evidence;

/// <summary>Reads a page of a stranger. One that is built to break parsers is read in a process of its own, the executable's <c>read-page</c>.</summary>
internal static class PageReader
{
    /// <summary>What the process is asked for.</summary>
    public const string Words = "words", Page = "page";

    /// <summary>Most bytes that it may answer (8 MiB): what is cleaned may grow by its encoding.</summary>
    private const int MaxOutput = 8 * 1024 * 1024;

    /// <summary>For one page; a parser that needs longer is being had.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Terjaga.App");

    /// <summary>See <see cref="PageText"/>; of a page that no parser came to the end of, whatever stands between its tags.</summary>
    public static async Task<string?> WordsAsync(byte[] body, string? mediaType, CancellationToken cancellationToken)
    {
        if (!PageText.IsText(body, mediaType))
            return null;
        if (Markup.IsPlain(body))
            return await PageText.ReadAsync(body, mediaType, cancellationToken);
        return await AskAsync(Words, body, mediaType, cancellationToken) is { } words
            ? Encoding.UTF8.GetString(words)
            : PageText.Trim(Markup.WordsOf(body));
    }

    /// <summary>See <see cref="SafePage"/>; a page that no parser came to the end of fails with <c>evidence.too-deep</c> too.</summary>
    public static async Task<Result<byte[]>> PageAsync(byte[] body, string? mediaType, CancellationToken cancellationToken)
    {
        if (Markup.IsPlain(body) || body.Length > PageText.MaxBytes)
            return await SafePage.OfAsync(body, mediaType, cancellationToken);
        return await AskAsync(Page, body, mediaType, cancellationToken) is { } page ? page : new Problem("evidence.too-deep");
    }

    /// <summary>The media type on a line of its own, then the body.</summary>
    private static async Task<byte[]?> AskAsync(string what, byte[] body, string? mediaType, CancellationToken cancellationToken)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes((mediaType ?? "text/html").ReplaceLineEndings(" ") + "\n"), .. body];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return (await ChildProcess.RunAsync(_program, ["read-page", what], input, MaxOutput, isManaged: true, limit.Token)).Output;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
