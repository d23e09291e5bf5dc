namespace Terjaga.Accounts;

/// <summary>The two ministries that share the desk.</summary>
public enum Ministry
{
    /// <summary>Protects migrant workers; says whether a vacancy is lawful.</summary>
    Kp2mi,

    /// <summary>Can order content removed.</summary>
    Komdigi,
}
