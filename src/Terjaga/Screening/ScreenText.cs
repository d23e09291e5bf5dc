using System.Text.Json;

namespace Terjaga.Screening;

/// <summary>Lets the engine read all words of a report and keeps its answer.</summary>
internal sealed class ScreenText(TerjagaDb db, Screener screener)
{
    /// <summary>Adds the answer to what the next save stores.</summary>
    public ScreeningSummary Run(Guid reportId, string words, DateTimeOffset now)
    {
        var result = screener.Screen(words);
        var answer = JsonSerializer.Serialize(result, ScreeningJson.Default.ScreeningResult);
        db.Screenings.Add(ReportScreening.Keep(reportId, result, answer, now));
        return new ScreeningSummary(result.Band, result.Score, result.Danger == Danger.P0 || (result.Danger == Danger.P1 && result.Context != Contexts.Offer));
    }
}
