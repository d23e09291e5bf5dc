using Microsoft.EntityFrameworkCore;
using Terjaga.Evidence.Store;

namespace Terjaga.Evidence;

/// <summary>Reads the words of a stored picture and what it looks like, once.</summary>
internal sealed class ReadPicture(TerjagaDb db, EvidenceStore store, TimeProvider clock)
{
    /// <summary>Adds both to what the next save stores. One that cannot be opened stops no report: the store has said so in the log.</summary>
    public async Task RunAsync(string sha256, CancellationToken cancellationToken)
    {
        if (db.PicturesRead.Local.Any(p => p.Sha256 == sha256)
            || await db.PicturesRead.AnyAsync(p => p.Sha256 == sha256, cancellationToken)
            || !(await store.ReadAsync(sha256, null, cancellationToken)).TryGet(out var picture, out _))
        {
            return;
        }

        var decoded = await PictureDecoder.RunAsync(picture, cancellationToken);
        var words = decoded is null ? ReadWords.None : await PictureReader.ReadGreyAsync(decoded.Grey, cancellationToken);
        if (words is not null)
            db.PicturesRead.Add(PictureWords.Read(sha256, words, decoded, clock.GetUtcNow()));
    }
}
