using Terjaga.Privacy;
using Terjaga.Screening.Images;

namespace Terjaga.Intake;

/// <summary>A sending that has passed the border: every part is in a form that cannot be wrong.</summary>
public sealed record ReportReading
{
    /// <summary>Most pictures in one report.</summary>
    public const int MaxPictures = 10;

    /// <summary>Largest picture, in bytes (8 MiB): a screenshot of a large phone is under three.</summary>
    public const int MaxPictureBytes = 8 * 1024 * 1024;

    /// <summary>Largest sum of a report's pictures, in bytes (15 MiB).</summary>
    public const int MaxPicturesBytes = 15 * 1024 * 1024;

    private ReportReading() { }

    /// <summary>What is said of pictures over the limits.</summary>
    public static Problem TooLarge { get; } =
        new("picture.too-large", MaxPictureBytes / (1024 * 1024), MaxPicturesBytes / (1024 * 1024));

    /// <summary>A picture whose own first bytes say what it is.</summary>
    public sealed record Picture(byte[] Content, string MediaType);

    public WebAddress? Address { get; private init; }

    public string? Text { get; private init; }

    public string? Channel { get; private init; }

    public string? Contact { get; private init; }

    public IReadOnlyList<Picture> Pictures { get; private init; } = [];

    /// <summary>
    /// Reads what was sent. Fails with <c>report.empty</c>, <c>link.*</c> (<see cref="WebAddress.Parse(string?)"/>),
    /// <c>text.*</c> (<see cref="ReportText.Parse"/>), <c>channel.invalid</c>, <c>contact.too-long</c>,
    /// <c>contact.invalid</c>, <c>idempotency-key.invalid</c>, <c>picture.too-many</c>, <c>picture.too-large</c> or
    /// <c>picture.unreadable</c>.
    /// </summary>
    public static Result<ReportReading> Read(SubmitReport.Input input)
    {
        WebAddress? address = null;
        if (!string.IsNullOrWhiteSpace(input.Link) && !WebAddress.Parse(input.Link).TryGet(out address, out var badLink))
            return badLink;
        if (!ReportText.Parse(input.Text).TryGet(out var words, out var badText))
            return badText;
        if (!ReadPictures(input.Pictures).TryGet(out var pictures, out var badPicture))
            return badPicture;
        if (Refuse(input) is { } refusal)
            return refusal;
        if (address is null && words.Value is null && pictures.Count == 0)
            return new Problem("report.empty");

        return new ReportReading
        {
            Address = address,
            Text = words.Value,
            Channel = Trimmed(input.Channel)?.ToLowerInvariant(),
            Contact = Trimmed(input.Contact),
            Pictures = pictures,
        };
    }

    private static Problem? Refuse(SubmitReport.Input input)
    {
        if (Trimmed(input.Channel) is { } channel && !IsChannel(channel))
            return new Problem("channel.invalid", Report.MaxChannelLength);
        if (Trimmed(input.Contact) is { } contact)
        {
            if (contact.Length > SealedContact.MaxLength)
                return new Problem("contact.too-long", SealedContact.MaxLength);
            if (!PlainText.IsReadable(contact) || contact.Any(char.IsControl))
                return new Problem("contact.invalid");
        }

        return input.IdempotencyKey is { } key
            && (key.Length is 0 or > SubmitReport.MaxIdempotencyKeyLength || key.Any(char.IsControl))
            ? new Problem("idempotency-key.invalid", SubmitReport.MaxIdempotencyKeyLength)
            : null;
    }

    private static bool IsChannel(string channel) => channel.Length <= Report.MaxChannelLength
        && channel.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static Result<List<Picture>> ReadPictures(IReadOnlyList<byte[]> sent)
    {
        if (sent.Count > MaxPictures)
            return new Problem("picture.too-many", MaxPictures);
        if (sent.Any(p => p.Length > MaxPictureBytes) || sent.Sum(p => (long)p.Length) > MaxPicturesBytes)
            return TooLarge;

        var pictures = new List<Picture>(sent.Count);
        foreach (var content in sent)
        {
            if (PictureHeader.TryRead(content) is not { } header)
                return new Problem("picture.unreadable");
            pictures.Add(new Picture(content, header.MediaType));
        }

        return pictures;
    }

    private static string? Trimmed(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
