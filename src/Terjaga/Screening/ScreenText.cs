using System.Text.Json;
using Terjaga.Screening.Learning;

namespace Terjaga.Screening;

/// <summary>Lets the engine read all words of a report and keeps its answer.</summary>
internal sealed class ScreenText(TerjagaDb db, Screeners screeners)
{
    /// <summary>Adds the answer to what the next save stores.</summary>
    public async Task<ScreeningSummary> RunAsync(Guid reportId, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await screeners.RefreshAsync(db, cancellationToken);
        var result = screeners.Live.Screen(words);
        var answer = JsonSerializer.Serialize(result, ScreeningJson.Default.ScreeningResult);
        db.Screenings.Add(ReportScreening.Keep(reportId, result, answer, now));
        if (screeners.Shadow is { } shadow && shadow.Screen(words) is { Model: { } version } second)
            db.ShadowScores.Add(ShadowScore.Keep(reportId, version, second));
        return ScreeningSummary.Of(result);
    }
}
