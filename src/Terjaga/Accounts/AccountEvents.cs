namespace Terjaga.Accounts;

/// <summary>What can happen to accounts, as their events call it.</summary>
internal static class AccountEvents
{
    public const string Invited = "officer.invited";
    public const string InvitationWithdrawn = "officer.invitation-withdrawn";
    public const string Joined = "officer.joined";
    public const string Disabled = "officer.disabled";
    public const string Reset = "officer.reset";
    public const string Returned = "officer.returned";
    public const string PasswordChanged = "officer.password-changed";
    public const string PasskeyAdded = "officer.passkey-added";
    public const string PasskeyRemoved = "officer.passkey-removed";
    public const string CodesOn = "officer.codes-on";
    public const string CodesOff = "officer.codes-off";
    public const string RecoveryRenewed = "officer.recovery-renewed";
    public const string SignOnBound = "officer.sign-on-bound";
    public const string SessionsEnded = "officer.sessions-ended";
    public const string OrganisationAdded = "organisation.added";
}
