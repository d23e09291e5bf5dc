namespace Terjaga.Takedown.Recipients;

/// <summary>What a recipient is to a place.</summary>
public enum RecipientKind
{
    /// <summary>Runs the site on which others put their content; also a shortener, for its short links.</summary>
    Platform,

    /// <summary>Sold the name of the site.</summary>
    Registrar,

    /// <summary>Keeps all names below one ending.</summary>
    Registry,

    /// <summary>Runs the machine on which the site is.</summary>
    Host,

    /// <summary>Holds the network addresses of the site; often, and not always, its host.</summary>
    Network,

    /// <summary>Brings people in Indonesia onto the internet.</summary>
    Isp,

    Payment,
    Messaging,

    /// <summary>Stands in front of the site and holds a copy; does not have the site itself.</summary>
    Cdn,
}
