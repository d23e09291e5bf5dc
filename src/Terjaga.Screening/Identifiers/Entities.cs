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
public sealed record Entities(
    IReadOnlyList<string> Phones, IReadOnlyList<Account> Accounts, IReadOnlyList<string> Urls, IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Domains, IReadOnlyList<string> Handles, IReadOnlyList<string> Agencies,
    IReadOnlyList<string> Countries, IReadOnlyList<Wage> Wages, IReadOnlyList<Fee> Fees, IReadOnlyList<Licence> Licences,
    IReadOnlyList<AgeRange> Ages, IReadOnlyList<CalendarDay> Dates, IReadOnlyList<int> DeadlineDays)
{
    /// <summary>Where the identifiers stand in the original text, in order; for highlights, not for the answer.</summary>
    internal IReadOnlyList<Mark> Marks { get; init; } = [];
}
