using Terjaga.Screening.Images;

namespace Terjaga.Evidence;

/// <summary>Reads the words of a picture that somebody wants to know about; nothing is stored.</summary>
public sealed class ReadUploadedPicture : IDisposable
{
    /// <summary>Largest file of a picture, in bytes (32 MiB).</summary>
    public const int MaxFileBytes = 32 * 1024 * 1024;

    /// <summary>Pictures that are read at once: each takes a core for a second; and how many may wait for them.</summary>
    private const int MaxAtOnce = 2, MaxWaiting = 8;

    private readonly SemaphoreSlim _turns = new(MaxAtOnce);

    private int _waiting;

    /// <param name="Text">In reading order; empty where no words were read.</param>
    /// <param name="Confidence">0 to 1, the mean of all words; null where none was read.</param>
    /// <param name="Blurred">A small JPEG of it as the address of a picture, in which nobody and nothing can be read; null if there is none.</param>
    public sealed record Read(string Text, double? Confidence, string? Blurred);

    /// <summary>
    /// Fails with <c>picture.unreadable</c>, <c>picture.too-many-pixels</c>, <c>picture.reader-missing</c>,
    /// <c>picture.identity-card</c>, or <c>rate.pictures</c> where too many are waiting.
    /// </summary>
    public async Task<Result<Read>> RunAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (PictureHeader.TryRead(picture) is not { } header)
            return new Problem("picture.unreadable");
        if ((long)header.Width * header.Height > PictureReader.MaxPixels)
            return new Problem("picture.too-many-pixels", PictureReader.MaxPixels / 1_000_000);
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxAtOnce + MaxWaiting)
                return new Problem("rate.pictures");
            await _turns.WaitAsync(cancellationToken);
            try
            {
                return await ReadAsync(picture, cancellationToken);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The same for a file; one of more bytes than <see cref="MaxFileBytes"/> fails with <c>picture.too-large</c>.</summary>
    public async Task<Result<Read>> RunFileAsync(string file, CancellationToken cancellationToken) =>
        new FileInfo(file).Length > MaxFileBytes
            ? new Problem("picture.too-large", MaxFileBytes / (1024 * 1024), MaxFileBytes / (1024 * 1024))
            : await RunAsync(await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);

    public void Dispose() => _turns.Dispose();

    private static async Task<Result<Read>> ReadAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (await PictureDecoder.RunAsync(picture, cancellationToken) is not { } decoded)
            return new Problem("picture.unreadable");
        if (await PictureReader.ReadGreyAsync(decoded.Grey, cancellationToken) is not { } words)
            return new Problem("picture.reader-missing");
        if (IdentityCard.IsSeenIn(words.Text))
            return new Problem("picture.identity-card");
        return new Read(
            words.Text, words.Confidence, decoded.Preview is { } preview ? "data:image/jpeg;base64," + Convert.ToBase64String(preview) : null);
    }
}
