using Terjaga.Accounts;

namespace Terjaga.Casework.Queues;

/// <summary>Which steps wait for whom.</summary>
internal static class CaseTurns
{
    public static WaitsFor Of(CaseState state, bool isDrafted) => state switch
    {
        CaseState.New or CaseState.Returned => WaitsFor.Kp2miAnalyst,
        CaseState.Verified => WaitsFor.Kp2miApprover,
        CaseState.HandedOver or CaseState.UnderReview => isDrafted ? WaitsFor.KomdigiApprover : WaitsFor.KomdigiOfficer,
        CaseState.Correcting => WaitsFor.KomdigiOfficer,
        CaseState.Ordered or CaseState.PartlyGone => WaitsFor.Recipient,
        _ => WaitsFor.Nobody,
    };

    /// <summary>States in which a ministry must do the next step; none for others who share the desk.</summary>
    public static IReadOnlyList<CaseState> Of(Ministry ministry) =>
        ministry == Ministry.Kp2mi ? [CaseState.New, CaseState.Verified, CaseState.Returned]
        : ministry == Ministry.Komdigi ? [CaseState.HandedOver, CaseState.UnderReview, CaseState.Correcting]
        : [];

    /// <summary>Code of the ministry for which the working clock waits; null where recipients or nobody is waited for.</summary>
    public static string? CodeOf(CaseState state) => Of(Ministry.Kp2mi).Contains(state) ? "kp2mi" : Of(Ministry.Komdigi).Contains(state) ? "komdigi" : null;

    /// <summary>States of a case that is not closed.</summary>
    public static IReadOnlyList<CaseState> Open { get; } =
        [.. Enum.GetValues<CaseState>().Where(state => Of(state, false) != WaitsFor.Nobody)];

    /// <summary>What an officer may do next: in which states, and whether orders must be drafted already. Null where no step is theirs.</summary>
    public static TurnOfOfficer? Of(Acting officer) => officer switch
    {
        _ when officer.Can(Duty.Verify) => new([CaseState.New, CaseState.Returned], false),
        _ when officer.Can(Duty.HandOver) => new([CaseState.Verified], false),
        _ when officer.Can(Duty.DraftOrder) => new(Of(Ministry.Komdigi), false),
        _ when officer.Can(Duty.SignOrder) => new(Of(Ministry.Komdigi), true),
        _ => null,
    };
}

internal sealed record TurnOfOfficer(IReadOnlyList<CaseState> States, bool IsDrafted);
