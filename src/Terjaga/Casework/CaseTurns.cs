using Terjaga.Accounts;

namespace Terjaga.Casework;

/// <summary>Whose turn it is: the working clock waits on them. The clocks of the law run in the orders, and wait on nobody.</summary>
public static class CaseTurns
{
    /// <summary>Code of the ministry; null where recipients or nobody is waited for.</summary>
    public static string? Of(CaseState state) => state switch
    {
        CaseState.New or CaseState.Verified or CaseState.Returned => Code(Ministry.Kp2mi),
        CaseState.HandedOver or CaseState.UnderReview => Code(Ministry.Komdigi),
        _ => null,
    };

    private static string Code(Ministry ministry) => ministry.ToString().ToLowerInvariant();
}
