using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Files;

namespace Terjaga.Intake;

/// <summary>The screenshots of reports, for the officers.</summary>
public sealed class ListPictures(TerjagaDb db, FileStore files)
{
    public sealed record Row(Guid ReportId, string Sha256, string MediaType);

    /// <summary>The bytes of a picture and what they are.</summary>
    public sealed record Picture(byte[] Content, string MediaType);

    public async Task<IReadOnlyList<Row>> RunAsync(IReadOnlyList<Guid> reportIds, CancellationToken cancellationToken) =>
        await db.ReportPictures.AsNoTracking().Where(p => reportIds.Contains(p.ReportId)).OrderBy(p => p.Id)
            .Select(p => new Row(p.ReportId, p.Sha256, p.MediaType)).ToListAsync(cancellationToken);

    /// <summary>Null for a picture that no report brought.</summary>
    public async Task<Picture?> OpenAsync(string sha256, CancellationToken cancellationToken) =>
        await db.ReportPictures.AsNoTracking().Where(p => p.Sha256 == sha256).Select(p => p.MediaType)
            .FirstOrDefaultAsync(cancellationToken) is { } mediaType
        && await files.ReadAsync(sha256, ReportReading.MaxPictureBytes, cancellationToken) is { } content
            ? new Picture(content, mediaType)
            : null;
}
