namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Why a contact is proposed; in the order in which they are asked.</summary>
public enum ContactRule
{
    /// <summary>A recipient that the desk keeps answers for this host.</summary>
    Known,

    /// <summary>The list of exceptions names it for this host.</summary>
    Override,

    /// <summary>The operator of the shared host or of the shortener says so of itself.</summary>
    Operator,

    /// <summary>The network that has the address of the site.</summary>
    Network,

    /// <summary>The registrar of the name.</summary>
    Registrar,

    /// <summary>The network is that of a service in front of the site, which can only pass on.</summary>
    Front,

    /// <summary>The site says so of itself; it may be the one that is complained about.</summary>
    OwnWords,
}
