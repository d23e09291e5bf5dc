using Terjaga.Evidence;
using Terjaga.Intake.Checking;

namespace Terjaga.App.Intake.Checking;

/// <summary>Reads what a person sent to be checked, words or one picture, and asks for the answer.</summary>
public sealed class ReadOffer(ReadUploadedPicture picture, CheckOffer check)
{
    /// <summary>Pictures of one check.</summary>
    public const int MaxPictures = 1;

    /// <param name="Picture">What was read in the picture; null where only words came.</param>
    public sealed record Answer(OfferCheck Check, ReadUploadedPicture.Read? Picture);

    /// <summary>Fails with <c>picture.too-many</c>, or what the picture and the check tell.</summary>
    public async Task<Result<Answer>> RunAsync(string? text, IReadOnlyList<byte[]> pictures, string door, CancellationToken cancellationToken)
    {
        if (pictures.Count > MaxPictures)
            return new Problem("picture.too-many", MaxPictures);
        if (pictures is not [var bytes])
            return (await check.RunAsync(text, null, door, cancellationToken)).TryGet(out var ofWords, out var wrong) ? new Answer(ofWords, null) : wrong;
        if (!(await picture.RunAsync(bytes, cancellationToken)).TryGet(out var read, out var problem))
            return problem;
        var words = string.Join("\n\n", new[] { text, read.Text }.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (words.Length == 0)
            return new Problem("picture.no-words");
        return (await check.RunAsync(words, null, "picture", cancellationToken)).TryGet(out var answer, out problem) ? new Answer(answer, read) : problem;
    }
}
