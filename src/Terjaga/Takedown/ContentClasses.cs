using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown;

/// <summary>The classes of content and the grounds of urgency that the law knows; dated rows with their source, read from the folder of data.</summary>
public sealed class ContentClasses
{
    /// <summary>Where the rows are in the folder of data.</summary>
    public const string FileName = "classes.json";

    /// <summary>Longest code, in characters.</summary>
    public const int MaxCodeLength = 40;

    private readonly File _file;

    private ContentClasses(File file) => _file = file;

    /// <summary>What a row is about.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
    public enum Kind
    {
        Class,
        Urgency,
    }

    /// <param name="Code">Stable; for instance <c>a</c>.</param>
    /// <param name="ValidTo">The last day; null while it holds.</param>
    public sealed record Row(Kind Kind, string Code, string TitleId, string TitleEn, string Source, DateOnly ValidFrom, DateOnly? ValidTo)
    {
        public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
    }

    /// <param name="UrgentBases">Codes of legal bases on which only what is urgent is ordered.</param>
    private sealed record File(IReadOnlyList<string> UrgentBases, IReadOnlyList<Row> Rows);

    /// <summary>Throws <see cref="InvalidDataException"/> on what is no such file: a desk must not start on half a law.</summary>
    public static ContentClasses Read(string dataFolder)
    {
        var file = JsonSerializer.Deserialize<File>(System.IO.File.ReadAllText(Path.Combine(dataFolder, FileName)), JsonSerializerOptions.Web);
        return file is { UrgentBases: not null, Rows: { Count: > 0 } rows } && rows.All(row => row.Code is { Length: > 0 and <= MaxCodeLength })
            ? new ContentClasses(file)
            : throw new InvalidDataException($"{FileName} has a row that is none.");
    }

    /// <summary>Those that hold on a day.</summary>
    public IEnumerable<Row> On(DateOnly day, Kind kind) => _file.Rows.Where(row => row.Kind == kind && row.HoldsOn(day));

    /// <summary>A row by its code, also one that holds no longer; null for a code that never was.</summary>
    public Row? Find(Kind kind, string? code) => _file.Rows.LastOrDefault(row => row.Kind == kind && row.Code == code);

    /// <summary>Whether a basis is only for what is urgent, so that an officer must say the ground.</summary>
    public bool IsUrgent(string legalBasis) => _file.UrgentBases.Contains(legalBasis);

    /// <summary>Fails with <c>order.class-invalid</c>, <c>order.urgency-invalid</c> or <c>order.urgency-required</c>.</summary>
    internal Problem? Refuse(string legalBasis, LegalReview review, DateOnly day)
    {
        if (review.ContentClass is { } named && On(day, Kind.Class).All(row => row.Code != named))
            return new Problem("order.class-invalid");
        if (review.UrgencyGround is { } ground && (!IsUrgent(legalBasis) || On(day, Kind.Urgency).All(row => row.Code != ground)))
            return new Problem("order.urgency-invalid");
        return review.UrgencyGround is null && IsUrgent(legalBasis) ? new Problem("order.urgency-required") : null;
    }
}
