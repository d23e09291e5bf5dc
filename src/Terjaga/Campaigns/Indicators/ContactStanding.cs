namespace Terjaga.Campaigns.Indicators;

/// <summary>Whether a contact links offers.</summary>
public enum ContactStanding
{
    /// <summary>It does, as strongly as it is rare.</summary>
    Links,

    /// <summary>It links nobody, because a person or the list of shared contacts says so: a hotline, a platform, a victim's number.</summary>
    Allowed,

    /// <summary>It links nobody any more, because it would have linked everything; the desk saw that by itself.</summary>
    Demoted,
}
