namespace Terjaga.Takedown.Notices;

/// <summary>The letter that a withdrawal ends, and when.</summary>
public sealed record NoticeWithdrawal(Guid Dispatch, string Number, DateTimeOffset At);
