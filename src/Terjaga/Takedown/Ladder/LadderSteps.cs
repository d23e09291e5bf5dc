using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Ladder;

/// <summary>What follows when an order is not obeyed in time, step by step; dated rows with their source, read from the folder of data.</summary>
public sealed class LadderSteps
{
    /// <summary>Where the rows are in the folder of data.</summary>
    public const string FileName = "ladder.json";

    /// <summary>Longest code, in characters.</summary>
    public const int MaxCodeLength = 40;

    private readonly IReadOnlyList<Row> _rows;

    private LadderSteps(IReadOnlyList<Row> rows) => _rows = rows;

    /// <summary>What a step does when it is released.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Kind>))]
    public enum Kind
    {
        /// <summary>The recipient gets a letter, and a clock runs.</summary>
        Warning,

        /// <summary>Another authority takes it further; nothing is sent to the recipient.</summary>
        Referral,
    }

    /// <param name="Code">Stable; for instance <c>warning-1</c>.</param>
    /// <param name="Hours">What the recipient has from when its server took the letter; null where no clock runs.</param>
    /// <param name="UrgentHours">The same for an order with a ground of urgency.</param>
    /// <param name="To">The last day; null while it holds.</param>
    public sealed record Row(string Code, Kind Kind, string TitleId, string TitleEn, int? Hours, int? UrgentHours, string Source, DateOnly From, DateOnly? To)
    {
        public TimeSpan? Deadline(bool isUrgent) => (isUrgent ? UrgentHours : Hours) is { } hours ? TimeSpan.FromHours(hours) : null;
    }

    private sealed record File(IReadOnlyList<Row>? Steps);

    /// <summary>Throws <see cref="InvalidDataException"/> on what is no such file: a desk must not start on half a law.</summary>
    public static LadderSteps Read(string dataFolder) => Parse(System.IO.File.ReadAllText(Path.Combine(dataFolder, FileName)));

    /// <inheritdoc cref="Read"/>
    public static LadderSteps Parse(string json) =>
        JsonSerializer.Deserialize<File>(json, JsonSerializerOptions.Web)?.Steps is { Count: > 0 } rows && rows.All(IsRow)
            ? new LadderSteps(rows)
            : throw new InvalidDataException($"{FileName} has a row that is none.");

    /// <summary>The step after one of an order, of those that hold on a day; the first where it had none, null where it was the last.</summary>
    public Row? After(string? code, DateOnly day)
    {
        var held = _rows.Where(row => row.From <= day && (row.To is null || day <= row.To)).ToList();
        return code is null ? held.FirstOrDefault() : held.SkipWhile(row => row.Code != code).Skip(1).FirstOrDefault();
    }

    /// <summary>A step by its code, also one that holds no longer; null for a code that never was.</summary>
    public Row? Find(string? code) => _rows.LastOrDefault(row => row.Code == code);

    private static bool IsRow(Row row) => row.Code is { Length: > 0 and <= MaxCodeLength } && row is { TitleId.Length: > 0, TitleEn.Length: > 0, Source.Length: > 0 }
        && (row.Kind == Kind.Referral || row is { Hours: > 0, UrgentHours: > 0 });
}
