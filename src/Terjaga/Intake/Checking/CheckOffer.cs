using Terjaga.Casework;
using Terjaga.Registry.Asking;
using Terjaga.Screening;
using Terjaga.Screening.Learning;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Intake.Checking;

/// <summary>A person asks what to make of an offer. It is read, answered, counted and forgotten.</summary>
public sealed class CheckOffer(
    TerjagaDb db, Screeners screeners, Catalogue catalogue, AskRegistry registry, VacancyChecklist checklist, CountReports reports,
    CheckCounter counter, DeskAddress ourselves)
{
    /// <summary>Longest text, in characters; the same as of a report, so that what was checked can be reported.</summary>
    public const int MaxTextLength = ReportText.MaxLength;

    /// <summary>Fails with <c>check.empty</c>, <c>text.too-long</c>, <c>text.invalid</c> or <c>link.ours</c>.</summary>
    /// <param name="channel">Where the offer was seen; null where nobody says.</param>
    /// <param name="door">Through which it came, for counting: <c>page</c>, <c>picture</c>, <c>call</c>.</param>
    public async Task<Result<OfferCheck>> RunAsync(string? text, string? channel, string door, CancellationToken cancellationToken)
    {
        if (!ReportText.Parse(text).TryGet(out var read, out var problem))
            return problem;
        if (read.Value is not { } words)
            return new Problem("check.empty");
        var address = WebAddress.Parse(words).TryGet(out var parsed, out _) ? parsed : null;
        if (address is not null && ourselves.IsOurs(address))
            return new Problem("link.ours");

        await screeners.RefreshAsync(db, cancellationToken);
        var seen = screeners.Live.Screen(words, channel);
        var answer = await registry.RunAsync(OfferQuestion.Of(words, seen), cancellationToken);
        var band = CheckBand.Of(seen, answer);
        IReadOnlyList<ChecklistItem> rows = seen.Context is Contexts.Offer or Contexts.LawfulVacancy
            ? checklist.Check(words, seen, ChecklistFacts.Of(answer))
            : [];
        var others = CoarseCounts.Of(await reports.RunAsync(words, address, cancellationToken));
        counter.Count(door, band);
        return new OfferCheck(words, band, seen, answer, rows, others, Advice.Of(band, seen, answer, catalogue));
    }
}
