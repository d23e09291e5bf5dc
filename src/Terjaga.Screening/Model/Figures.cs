namespace Terjaga.Screening.Model;

/// <summary>How well scores tell texts apart that people judged. All count a text by its weight.</summary>
/// <param name="RocAuc">Chance that a positive text scores above a negative one; ties count half.</param>
/// <param name="AveragePrecision">Area under precision and recall, by steps.</param>
/// <param name="BestF1">The highest F1 at any threshold.</param>
/// <param name="F1">At the fixed threshold.</param>
/// <param name="Recall">At the fixed threshold.</param>
/// <param name="FalseAlarms">Share of negative texts at or above the fixed threshold.</param>
public sealed record Figures(
    int Texts, int Positives, double RocAuc, double AveragePrecision, double BestF1, double PrecisionAtRecall90,
    double RecallAtPrecision95, double F1, double Recall, double FalseAlarms)
{
    /// <param name="Score">0 to 1.</param>
    public readonly record struct Scored(double Score, bool IsPositive, double Weight);

    public static Figures Of(IReadOnlyCollection<Scored> texts, double threshold)
    {
        var positive = texts.Where(text => text.IsPositive).Sum(text => text.Weight);
        var negative = texts.Where(text => !text.IsPositive).Sum(text => text.Weight);
        var (found, wrong, area, precision, bestF1, at90, at95) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var same in texts.GroupBy(text => text.Score).OrderByDescending(group => group.Key))
        {
            var (right, more) = (same.Where(text => text.IsPositive).Sum(text => text.Weight), same.Where(text => !text.IsPositive).Sum(text => text.Weight));
            area += more * (found + (right / 2));
            (found, wrong) = (found + right, wrong + more);
            var (sure, recall) = (found / (found + wrong), found / positive);
            precision += right / positive * sure;
            bestF1 = Math.Max(bestF1, sure + recall > 0 ? 2 * sure * recall / (sure + recall) : 0);
            at90 = recall >= 0.9 ? Math.Max(at90, sure) : at90;
            at95 = sure >= 0.95 ? Math.Max(at95, recall) : at95;
        }

        var hit = texts.Where(text => text.IsPositive && text.Score >= threshold).Sum(text => text.Weight);
        var alarm = texts.Where(text => !text.IsPositive && text.Score >= threshold).Sum(text => text.Weight);
        return new Figures(
            texts.Count, texts.Count(text => text.IsPositive), area / (positive * negative), precision, bestF1, at90, at95,
            2 * hit / (positive + hit + alarm), hit / positive, alarm / negative);
    }
}
