using Terjaga.Evidence.Store;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Evidence;

/// <summary>Tells whether two kept pictures look alike.</summary>
internal sealed class ComparePictures(EvidenceStore store)
{
    /// <summary>By <see cref="PdqHash.AlikeRadius"/>, upright. False where one is missing, or has too little to see.</summary>
    public async Task<bool> AreAlikeAsync(string? first, string? second, CancellationToken cancellationToken) =>
        first is not null && second is not null
        && (first == second
            || (await LookOfAsync(first, cancellationToken) is { } one && await LookOfAsync(second, cancellationToken) is { } other
                && one.DistanceTo(other) <= PdqHash.AlikeRadius));

    private async Task<PdqHash?> LookOfAsync(string sha256, CancellationToken cancellationToken) =>
        (await store.ReadAsync(sha256, null, cancellationToken)).TryGet(out var picture, out _)
            && await PictureDecoder.RunAsync(picture, cancellationToken) is { Look: { } look }
            ? PictureLooks.Read(look)[0]
            : null;
}
