using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown;

/// <summary>The facts of one letter, from which each of its shapes is made. It names no reporter and calls nobody anything.</summary>
/// <param name="Dispatch">The id of the dispatch, the same in every repetition; of the first order where it is a draft.</param>
/// <param name="Number">Of the letter; null while it is a draft.</param>
/// <param name="Type">A kind of call, see below.</param>
/// <param name="Recipient">Its name.</param>
/// <param name="Class">Of the content; null where none was said.</param>
/// <param name="Urgency">The ground of urgency; null where it is not urgent.</param>
/// <param name="Reason">The officer's words; empty in a withdrawal.</param>
/// <param name="SignedAt">Null while it is a draft.</param>
/// <param name="WrittenAt">When its list of orders was closed; now, while it is open.</param>
/// <param name="Withdraws">What it ends; null in an order.</param>
/// <param name="Warns">What it warns about; null in what is no warning.</param>
public sealed record Notice(
    Guid Dispatch, string? Number, string Type, string Recipient, NoticeBasis Basis, ContentClasses.Row? Class,
    ContentClasses.Row? Urgency, string Reason, DateTimeOffset? SignedAt, DateTimeOffset WrittenAt,
    IReadOnlyList<NoticeOrder> Orders, NoticeWithdrawal? Withdraws = null, NoticeWarning? Warns = null)
{
    /// <summary>The kind of call, as Standard Webhooks asks for one.</summary>
    public const string OrderType = "takedown.ordered", WithdrawalType = "takedown.withdrawn", WarningType = "takedown.warned";

    /// <summary>By which a repetition is known, on every channel.</summary>
    public string Identity => Dispatch.ToString("D");

    public bool IsDraft => Number is null;

    public bool IsWithdrawal => Withdraws is not null;
}
