using Terjaga.Screening.Images;

namespace Terjaga.Evidence;

/// <summary>Reads the words of a picture that somebody wants to know about; nothing is stored.</summary>
public sealed class ReadUploadedPicture : IDisposable
{
    /// <summary>Pictures that are read at once: each takes a core for a second; and how many may wait for them.</summary>
    private const int MaxAtOnce = 2, MaxWaiting = 8;

    private readonly SemaphoreSlim _turns = new(MaxAtOnce);

    private int _waiting;

    /// <param name="Text">In reading order; empty where no words were read.</param>
    /// <param name="Confidence">0 to 1, the mean of all words; null where none was read.</param>
    /// <param name="Blurred">A small picture of it in which nobody and nothing can be read; null if there is none.</param>
    public sealed record Read(string Text, double? Confidence, string? Blurred);

    /// <summary>Fails with <c>picture.unreadable</c>, <c>picture.reader-missing</c> or <c>picture.identity-card</c>.</summary>
    public async Task<Result<Read>> RunAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (PictureHeader.TryRead(picture) is null)
            return new Problem("picture.unreadable");
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxAtOnce + MaxWaiting)
                return new Problem("rate.pictures");
            await _turns.WaitAsync(cancellationToken);
            try
            {
                return await PictureReader.ReadAsync(picture, cancellationToken) is { } words
                    ? new Read(words.Text, words.Confidence, null)
                    : new Problem("picture.reader-missing");
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

    public void Dispose() => _turns.Dispose();
}
