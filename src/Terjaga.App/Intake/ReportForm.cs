using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Terjaga.App.Web;
using Terjaga.Intake;

namespace Terjaga.App.Intake;

/// <summary>Reads a report that came as a form, from the page or from a program.</summary>
internal static class ReportForm
{
    /// <summary>
    /// Most bytes of a whole form (64 MiB): far above what is accepted, so that a large picture is answered with a
    /// sentence and not with a broken connection.
    /// </summary>
    public const long MaxFormBytes = 64L * 1024 * 1024;

    /// <summary>Longest single value, in bytes: four for each character of the longest text, and some.</summary>
    private const int MaxValueBytes = (ReportText.MaxLength * 4) + 4_096;

    extension<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Lets an endpoint take forms with pictures.</summary>
        public TBuilder TakesPictures() => endpoint.WithMetadata(
            new RequestSizeLimitAttribute(MaxFormBytes),
            new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxFormBytes, ValueLengthLimit = MaxValueBytes * 4 });
    }

    /// <summary>Field names of the form, and of the same form as a program sends it.</summary>
    public sealed record Names(string Link, string Text, string Channel, string Contact, string Pictures);

    /// <summary>Fails with <c>request.malformed</c>, <c>picture.too-many</c> or <c>picture.too-large</c>.</summary>
    public static async Task<Result<SubmitReport.Input>> ReadAsync(
        HttpRequest request, Names names, string? key, CancellationToken cancellationToken)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = MaxFormBytes, ValueLengthLimit = MaxValueBytes }, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return new Problem("request.malformed");
        }

        // A browser sends an empty file where none was chosen.
        var files = form.Files.Where(file => file.Name == names.Pictures && file.Length > 0).ToList();
        if (files.Count > ReportReading.MaxPictures)
            return new Problem("picture.too-many", ReportReading.MaxPictures);
        if (files.Exists(file => file.Length > ReportReading.MaxPictureBytes))
            return ReportReading.TooLarge;

        var pictures = new List<byte[]>(files.Count);
        foreach (var file in files)
            pictures.Add(await ReadAsync(file, cancellationToken));
        return new SubmitReport.Input(
            form[names.Link], form[names.Text], form[names.Channel], form[names.Contact], pictures, key ?? form["kunci"])
        {
            Language = Languages.Current,
        };
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
