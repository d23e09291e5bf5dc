namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>The registries of IANA that say which RDAP server answers for what.</summary>
public enum BootstrapKind
{
    /// <summary>Endings of names.</summary>
    Dns,

    Ipv4,
    Ipv6,
}
