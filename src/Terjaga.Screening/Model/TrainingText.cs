namespace Terjaga.Screening.Model;

/// <summary>A text with what people decided about it. Null where nobody said.</summary>
/// <param name="Group">Texts of one group are never divided between training and checking; null for a text of its own.</param>
/// <param name="Weight">How much an error on it costs; 1 for an ordinary text.</param>
public sealed record TrainingText(
    string Text, bool? IsDeceptive, string? Context, bool? IsFraud, bool? IsGambling, Danger? Danger, string? Group, double Weight)
{
    internal bool? Label(Head head) => head switch
    {
        Head.Score => IsDeceptive,
        Head.Fraud => IsFraud,
        _ => IsGambling,
    };
}
