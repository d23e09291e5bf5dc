namespace Terjaga.Registry;

/// <summary>A vacancy that a company may fill, as its list has it.</summary>
/// <param name="Permit">SIP2MI, as the list writes it; null where only a job order is listed.</param>
/// <param name="JobOrder">Null where only a permit is listed.</param>
/// <param name="Licence">SIP3MI of the company.</param>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="Quota">People; null where the list does not say.</param>
/// <param name="WageMin">In <paramref name="Currency"/> for a <paramref name="Period"/>.</param>
public sealed record Vacancy(
    string? Permit, string? JobOrder, string Licence, string? Employer, string Country, string? City, string? Post, string? Sector,
    int? Quota, decimal? WageMin, decimal? WageMax, string? Currency, string? Period, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    public bool IsValidOn(DateOnly day) => !(day > ValidTo) && !(day < ValidFrom);
}
