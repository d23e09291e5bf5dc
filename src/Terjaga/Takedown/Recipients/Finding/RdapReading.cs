namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>What came of reading an RDAP answer: a contact, or why there is none.</summary>
/// <param name="Code">Null where there is a contact.</param>
internal sealed record RdapReading(RdapContact? Contact, string? Code);
