using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Files;

namespace Terjaga.Evidence;

/// <summary>Reads the words of a stored picture and what it looks like, once.</summary>
internal sealed class ReadPicture(TerjagaDb db, FileStore files, TimeProvider clock)
{
    /// <summary>Largest picture that is read, in bytes (16 MiB).</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Adds both to what the next save stores.</summary>
    public async Task RunAsync(string sha256, CancellationToken cancellationToken)
    {
        if (db.PicturesRead.Local.Any(p => p.Sha256 == sha256)
            || await db.PicturesRead.AnyAsync(p => p.Sha256 == sha256, cancellationToken)
            || await files.ReadAsync(sha256, MaxBytes, cancellationToken) is not { } picture)
        {
            return;
        }

        var decoded = await PictureDecoder.RunAsync(picture, cancellationToken);
        var words = decoded is null ? ReadWords.None : await PictureReader.ReadGreyAsync(decoded.Grey, cancellationToken);
        if (words is not null)
            db.PicturesRead.Add(PictureWords.Read(sha256, words, decoded, clock.GetUtcNow()));
    }
}
