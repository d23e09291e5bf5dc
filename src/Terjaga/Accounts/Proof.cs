namespace Terjaga.Accounts;

/// <summary>How an officer proved who they are when a session began.</summary>
public enum Proof
{
    /// <summary>A password alone.</summary>
    Password,

    /// <summary>A password and a code of an app, or one of the codes for emergencies.</summary>
    PasswordAndCode,

    /// <summary>A passkey that asked for the finger, the face or the PIN: two factors in one.</summary>
    Passkey,

    /// <summary>The sign-in of the officer's own ministry.</summary>
    Ministry,
}
