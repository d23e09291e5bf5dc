namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>What a host is, so that nobody is taken for the one behind an offer who only carries it.</summary>
public enum HostNature
{
    /// <summary>Belongs to whoever shows the offer; its registrar and its network may be asked.</summary>
    Ordinary,

    /// <summary>Makes short links. Its operator is asked about the short link, and nobody about its name or network.</summary>
    Shortener,

    /// <summary>Carries the pages of many. Its operator is asked about the page; the whole name is never ordered away.</summary>
    Shared,

    /// <summary>Belongs to an office. Somebody may have broken in; the office is told, not accused.</summary>
    Official,
}
