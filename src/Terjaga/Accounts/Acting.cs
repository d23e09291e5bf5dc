namespace Terjaga.Accounts;

/// <summary>The officer who acts now.</summary>
public sealed record Acting(Guid OfficerId, string DisplayName, Ministry Ministry, Role Role)
{
    /// <summary>How tables and the sharing table call the ministry: <c>kp2mi</c>, <c>komdigi</c>.</summary>
    public string MinistryCode => Ministry.ToString().ToLowerInvariant();

    public Actor Actor => Actor.Officer(OfficerId, MinistryCode);

    public bool Can(Duty duty) => Authority.Allows(Role, duty);
}
