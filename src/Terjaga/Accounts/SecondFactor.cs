namespace Terjaga.Accounts;

/// <summary>Whether an officer needs more than a password.</summary>
public enum SecondFactor
{
    /// <summary>Nothing of the desk opens before a passkey or an app with codes is set up.</summary>
    Required,

    /// <summary>A password opens the desk where nothing else was set up: for scripts, rehearsals and tests.</summary>
    Optional,
}
