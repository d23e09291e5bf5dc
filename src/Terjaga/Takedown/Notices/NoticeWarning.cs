using Terjaga.Takedown.Ladder;

namespace Terjaga.Takedown.Notices;

/// <summary>The letter that was not obeyed in time, and which step follows.</summary>
/// <param name="SignedAt">Of the letter that is warned about.</param>
public sealed record NoticeWarning(Guid Dispatch, string Number, DateTimeOffset SignedAt, LadderSteps.Row Step);
