namespace Terjaga.Screening.Identifiers;

/// <summary>What kind of identifier stands at a mark.</summary>
internal enum MarkKind
{
    Phone,
    Account,
    Url,
    Handle,
    Agency,
    Country,
    Wage,
    Fee,
    Licence,
}
