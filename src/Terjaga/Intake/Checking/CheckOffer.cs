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

    /// <summary>Most words of what is taken as a name of a company as a whole.</summary>
    private const int MaxNameWords = 7;

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
        var answer = await registry.RunAsync(ToQuestion(words, seen), cancellationToken);
        var band = CheckBand.Of(seen, answer);
        IReadOnlyList<ChecklistItem> rows = seen.Context is Contexts.Offer or Contexts.LawfulVacancy
            ? checklist.Check(words, seen, ChecklistFacts.Of(answer))
            : [];
        var others = CoarseCounts.Of(await reports.RunAsync(words, address, cancellationToken));
        counter.Count(door, band);
        return new OfferCheck(words, band, seen, answer, rows, others, Advice.Of(band, seen, answer, catalogue));
    }

    private static Question ToQuestion(string words, ScreeningResult seen)
    {
        var found = seen.Entities;
        return new Question(
            words, found.Agencies.Count > 0 || !IsName(words, seen) ? found.Agencies : [words], found.Phones, found.Hosts, found.Handles,
            found.Accounts.Count == 0 && IsNumber(words) ? [string.Concat(words.Where(char.IsAsciiDigit))] : [.. found.Accounts.Select(account => account.Number)],
            found.Licences.Count > 0 || !IsLicence(words) ? [.. found.Licences.Select(licence => new Question.Licence(licence.Kind, licence.Number))] : [new Question.Licence("", words)],
            found.Countries, seen.Context is Contexts.Offer or Contexts.LawfulVacancy);
    }

    /// <summary>A few words and nothing else: somebody typed the name of a company.</summary>
    private static bool IsName(string words, ScreeningResult seen) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is > 0 and <= MaxNameWords
        && seen.Signals.Count == 0 && seen.Entities is { Phones: [], Hosts: [], Accounts: [], Handles: [] }
        && words.Any(char.IsLetter) && !words.Contains('\n', StringComparison.Ordinal) && !IsLicence(words);

    private static bool IsNumber(string words) => words.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '.' or '+');

    /// <summary>One word of letters, figures and strokes: somebody typed the number of a licence.</summary>
    private static bool IsLicence(string words) =>
        words.Length <= Registry.ListKey.MaxLength && !words.Contains(' ', StringComparison.Ordinal) && words.Any(char.IsAsciiDigit)
        && words.IndexOfAny(['/', '-', '.']) >= 0 && words.Any(char.IsAsciiLetter) && !words.Contains("://", StringComparison.Ordinal);
}
