using Terjaga.Screening.Images;

namespace Terjaga.Evidence;

/// <summary>
/// Draws a picture of a stranger anew, for people to look at: nothing of its file is in the copy, neither where it was taken
/// nor what was hidden behind it. In a process of its own, the executable's <c>copy-picture</c>: the decoder is native code.
/// </summary>
public sealed class CopyPicture : IDisposable
{
    /// <summary>Longest side of a copy, in pixels; small print of a poster can still be read.</summary>
    public const int MaxSide = 2_400;

    /// <summary>Most bytes of a copy (12 MiB): a JPEG of noise has about two bytes a pixel.</summary>
    private const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>Pictures that are drawn at once: each takes a core for a moment and up to 250 MB; and how many may wait.</summary>
    private const int MaxAtOnce = 2, MaxWaiting = 32;

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Terjaga.App");

    private readonly SemaphoreSlim _turns = new(MaxAtOnce);

    private int _waiting;

    /// <summary>The bytes and what they are, as our own encoder made them.</summary>
    public sealed record Copy(byte[] Content, string MediaType);

    /// <summary>Fails with <c>picture.no-copy</c>, or <c>rate.pictures</c> where too many are waiting.</summary>
    public async Task<Result<Copy>> RunAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (PictureHeader.TryRead(picture) is not { } header || (long)header.Width * header.Height > PictureReader.MaxPixels)
            return new Problem("picture.no-copy");
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxAtOnce + MaxWaiting)
                return new Problem("rate.pictures");
            await _turns.WaitAsync(cancellationToken);
            try
            {
                var answer = await ChildProcess.RunAsync(_program, ["copy-picture"], picture, MaxBytes, isManaged: true, cancellationToken);
                return answer.Output is { } copy && PictureHeader.TryRead(copy) is { MediaType: "image/jpeg" } made
                    ? new Copy(copy, made.MediaType)
                    : new Problem("picture.no-copy");
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
