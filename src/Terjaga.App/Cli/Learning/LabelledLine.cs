using System.Text.Json;
using Terjaga.Screening.Model;

namespace Terjaga.App.Cli.Learning;

/// <summary>A text with its labels, as a line of JSON.</summary>
/// <param name="Label">1 or <c>scam</c> for a deceptive offer; anything else for what is none.</param>
/// <param name="Group">Texts that belong together; null for a text of its own.</param>
/// <param name="Fold">Part of a fixed division of the set; null where there is none.</param>
/// <param name="Source">Where the text comes from; figures are given for each.</param>
internal sealed record LabelledLine(
    string? Id, string? Text, JsonElement Label, string? Context, string? Danger, JsonElement? Group, int? Fold, double? Weight,
    string? Source, string? Lang, string? Label3)
{
    public bool IsPositive => Label.ValueKind switch
    {
        JsonValueKind.Number => Label.GetDouble() == 1,
        JsonValueKind.True => true,
        JsonValueKind.String => Label.GetString() is "scam" or "1",
        _ => false,
    };

    public bool HasLabel => Label.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public double Counts => Weight is > 0 ? Weight.Value : 1;

    public TrainingText Teach(Head head, double weight) => new(
        Text ?? "", head == Head.Score ? IsPositive : IsPositive ? null : false, head == Head.Score ? Context : null,
        head == Head.Fraud ? IsPositive : null, head == Head.Gambling ? IsPositive : null,
        head == Head.Score && Enum.TryParse<Terjaga.Screening.Danger>(Danger, true, out var danger) ? danger : null, Group?.ToString(), weight * Counts);

    /// <summary>All good lines of a file in order; each bad one is reported on standard error.</summary>
    public static async Task<(List<LabelledLine> Lines, int BadCount)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (lines, bad, number) = (new List<LabelledLine>(), 0, 0);
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Parse(line) is { Text: not null, HasLabel: true } read)
            {
                lines.Add(read);
                continue;
            }

            bad++;
            await Console.Error.WriteLineAsync($"{path} line {number}: no JSON object with a text and a label (train.line-invalid)");
        }

        return (lines, bad);
    }

    private static LabelledLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LabelledLine>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
