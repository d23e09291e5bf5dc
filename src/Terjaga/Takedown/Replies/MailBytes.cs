namespace Terjaga.Takedown.Replies;

/// <summary>Takes a mail from a stream, as much of it as is kept.</summary>
public static class MailBytes
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>At most one byte more than <see cref="MailLimits.MaxBytes"/>, by which it is known that there was more; the rest is left unread.</summary>
    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (kept.Length <= MailLimits.MaxBytes && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            await kept.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, MailLimits.MaxBytes + 1 - kept.Length)), cancellationToken);
        return kept.ToArray();
    }
}
