namespace Terjaga.Accounts;

/// <summary>What can happen to accounts, as their events call it.</summary>
internal static class AccountEvents
{
    public const string Invited = "officer.invited";
    public const string Joined = "officer.joined";
    public const string Disabled = "officer.disabled";
}
