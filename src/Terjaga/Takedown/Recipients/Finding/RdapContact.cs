namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>The contact for complaints that an RDAP answer names.</summary>
/// <param name="Name">Who it is; the address where no name stands.</param>
/// <param name="Network">Name of the network; null in an answer about a domain.</param>
internal sealed record RdapContact(string Name, string Mail, string? Network);
