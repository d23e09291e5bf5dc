using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Casework.Danger;

/// <summary>How people in danger are answered, as officers keep it: clocks with source and date, and what can be chosen.</summary>
/// <param name="RaisedBy">Ids of signs that make a file one level more urgent.</param>
/// <param name="Help">Which signs speak of which kind of danger, the most urgent kind first.</param>
public sealed record DangerPlan(
    string Version, IReadOnlyList<DangerPlan.Clock> Clocks, IReadOnlyList<string> RaisedBy, IReadOnlyList<DangerPlan.HelpRow> Help,
    IReadOnlyList<DangerPlan.Choice> Channels, IReadOnlyList<DangerPlan.Choice> Offices, IReadOnlyList<DangerPlan.Choice> Outcomes)
{
    /// <summary>Where it is in the folder of data.</summary>
    public const string FileName = "danger.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>How long the first response may take.</summary>
    /// <param name="From">The first day of reports for which it holds.</param>
    public sealed record Clock(DangerLevel Level, int Minutes, string Source, DateOnly From);

    public sealed record HelpRow(DangerKind Kind, IReadOnlyList<string> Signals);

    /// <summary>One thing to choose, with its name in both languages.</summary>
    public sealed record Choice(string Code, string Id, string En);

    /// <summary>Throws <see cref="JsonException"/> where it cannot be read or a level has no clock.</summary>
    public static DangerPlan Parse(string json)
    {
        var plan = JsonSerializer.Deserialize<DangerPlan>(json, _format) ?? throw new JsonException("Empty.");
        var isWhole = Enum.GetValues<DangerLevel>().All(level => plan.Clocks.Any(clock => clock.Level == level && clock.Minutes > 0));
        return isWhole && plan.Channels.Count > 0 && plan.Offices.Count > 0 && plan.Outcomes.Count > 0
            ? plan
            : throw new JsonException("Each level needs a clock, and channels, offices and outcomes need a row.");
    }

    /// <summary>When the first response is due; the clock is the one that holds on the day, in western Indonesia, of the report.</summary>
    internal DateTimeOffset DueAt(DangerLevel level, DateTimeOffset from)
    {
        var day = WibTime.DayOf(from);
        var known = Clocks.Where(clock => clock.Level == level).OrderBy(clock => clock.From).ToList();
        var clock = known.FindLast(clock => clock.From <= day) ?? known[0];
        return from + TimeSpan.FromMinutes(clock.Minutes);
    }

    /// <summary>By the first kind of which a sign was seen.</summary>
    internal DangerKind KindOf(IReadOnlyCollection<string> signals) =>
        Help.FirstOrDefault(row => row.Signals.Any(signals.Contains))?.Kind ?? DangerKind.Captive;

    /// <summary>What can be chosen at a step; empty where nothing is.</summary>
    public IReadOnlyList<Choice> ChoicesOf(DangerStep step) => step switch
    {
        DangerStep.Answer => Channels,
        DangerStep.Refer => Offices,
        DangerStep.Close => Outcomes,
        _ => [],
    };
}
