namespace Terjaga.Accounts;

/// <summary>The officer who acts now.</summary>
public sealed record Acting(Guid OfficerId, string DisplayName, Ministry Ministry, Role Role)
{
    public Actor Actor => Actor.Officer(OfficerId);

    public bool Can(Duty duty) => Authority.Allows(Role, duty);
}
