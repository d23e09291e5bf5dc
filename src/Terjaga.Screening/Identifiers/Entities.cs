namespace Terjaga.Screening.Identifiers;

/// <summary>What can be followed from a text to another one, and what it says in figures.</summary>
/// <param name="Phones">E.164.</param>
/// <param name="Urls">As written with disguises such as hxxp undone; with a scheme only where the text has one.</param>
/// <param name="Hosts">Lower case, punycode.</param>
/// <param name="Domains">Registrable domains of the hosts, by the public suffix list.</param>
/// <param name="Handles"><c>platform:name</c> in lower case; <c>unknown:name</c> where nothing tells the platform.</param>
/// <param name="Agencies">With their legal form, as written.</param>
/// <param name="Countries">ISO 3166-1 codes outside Indonesia, in order of first mention.</param>
/// <param name="Wages">Pay for work; what a worker pays is in <paramref name="Fees"/>.</param>
/// <param name="Dates">Days of the calendar, whatever they are for.</param>
/// <param name="DeadlineDays">Time limits in days from the day of the text: 0 for that day; where a day of the week or an end
/// of a month is named, the most that it can be.</param>
public sealed record Entities(
    IReadOnlyList<string> Phones, IReadOnlyList<Account> Accounts, IReadOnlyList<string> Urls, IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Domains, IReadOnlyList<string> Handles, IReadOnlyList<string> Agencies,
    IReadOnlyList<string> Countries, IReadOnlyList<Wage> Wages, IReadOnlyList<Fee> Fees, IReadOnlyList<Licence> Licences,
    IReadOnlyList<AgeRange> Ages, IReadOnlyList<CalendarDay> Dates, IReadOnlyList<int> DeadlineDays)
{
    /// <summary>Whether a time limit is set, by a day of the calendar or by days from now.</summary>
    internal bool HasDeadline { get; init; }

    /// <summary>Of all hosts together.</summary>
    internal HostTraits HostTraits { get; init; }
}
