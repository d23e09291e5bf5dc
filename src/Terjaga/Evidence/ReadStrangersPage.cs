using System.Text;
using Terjaga.Evidence.Viewing;

namespace Terjaga.Evidence;

/// <summary>The other end of <see cref="PageReader"/>, in the process that may die of what it reads.</summary>
public static class ReadStrangersPage
{
    /// <param name="what"><see cref="PageReader.Words"/> or <see cref="PageReader.Page"/>.</param>
    /// <param name="input">The media type on the first line, then the body.</param>
    /// <returns>Null where there is nothing to tell.</returns>
    public static async Task<byte[]?> RunAsync(string what, byte[] input, CancellationToken cancellationToken)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        if (end < 0)
            return null;
        var (mediaType, body) = (Encoding.UTF8.GetString(input, 0, end), input[(end + 1)..]);
        if (what == PageReader.Words)
            return await PageText.ReadAsync(body, mediaType, cancellationToken) is { } words ? Encoding.UTF8.GetBytes(words) : null;
        return (await SafePage.OfAsync(body, mediaType, cancellationToken)).TryGet(out var page, out _) ? page : null;
    }
}
