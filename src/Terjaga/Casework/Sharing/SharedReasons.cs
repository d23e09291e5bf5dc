namespace Terjaga.Casework.Sharing;

/// <summary>Which reasons of the history an officer sees: those of the verification and of drafts are fields of their own.</summary>
internal sealed class SharedReasons(Shares shares)
{
    private static readonly string[] _verification = [CaseEvents.Verified, CaseEvents.Dismissed];

    /// <summary>The drafts of the orders are events of the area that has them; only their kind is known here.</summary>
    private static readonly string[] _drafts = [CaseEvents.Reviewed, CaseEvents.OrdersDrafted, CaseEvents.OrdersPartlyDrafted, "order.drafted"];

    /// <summary>Kinds of events whose reasons are not under <see cref="SharedField.HistoryReasons"/>.</summary>
    public static string[] Special { get; } = [.. _verification, .. _drafts];

    /// <summary>Of those, the kinds whose reasons may be read.</summary>
    public string[] Shown => [.. Special.Where(kind => shares.Sees(FieldOf(kind)))];

    public bool SeesOther => shares.Sees(SharedField.HistoryReasons);

    public bool SeesLaw => shares.SeesWhole(SharedField.LegalReview);

    public string? Say(string kind, string? reason) => reason is null ? null : shares.Say(FieldOf(kind), reason);

    private static SharedField FieldOf(string kind) => kind switch
    {
        _ when _verification.Contains(kind) => SharedField.Verification,
        _ when _drafts.Contains(kind) => SharedField.LegalReview,
        _ => SharedField.HistoryReasons,
    };
}
