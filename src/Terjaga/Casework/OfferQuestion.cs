using Terjaga.Registry.Asking;
using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>Makes of an offer what the official lists are asked.</summary>
public static class OfferQuestion
{
    /// <summary>Most words of what is taken as a name of a company as a whole.</summary>
    private const int MaxNameWords = 7;

    public static Question Of(string words, ScreeningResult seen)
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
