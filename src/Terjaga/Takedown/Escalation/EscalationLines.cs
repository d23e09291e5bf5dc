using Terjaga.Evidence;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients.Finding;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown.Escalation;

/// <summary>One order as the next authority reads it. Here as in every line below, what is not named does not leave: no officer and no reporter is.</summary>
/// <param name="Letter">Number of the letter that it went out in.</param>
internal sealed record OrderLine(
    Guid Order, Guid Item, string Address, string? Letter, string LegalBasis, string LegalBasisId, string LegalBasisEn, OrderState State, DateTimeOffset? ReportedAt,
    DateTimeOffset? DecidedAt, DateTimeOffset DraftedAt, DateTimeOffset? SignedAt, DateTimeOffset? SentAt, DateTimeOffset? DeadlineAt, DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? LateAt, DateTimeOffset? FirstSeenGoneAt, DateTimeOffset? ConfirmedGoneAt, DateTimeOffset? LastSeenGoneAt, DateTimeOffset? CameBackAt,
    WatchedState? LastSeen, DateTimeOffset? LastLookAt);

/// <summary>The proof that one letter was taken.</summary>
/// <param name="Folder">Where the letter itself is.</param>
/// <param name="IsWhatLeft">Whether the bytes in the package are the ones that left; null where that cannot be told.</param>
internal sealed record DeliveryLine(
    string Letter, DispatchKind Kind, string? Step, RecipientChannel? Channel, string? To, string? Identity, DateTimeOffset SignedAt, DateTimeOffset? TakenAt,
    string? ServerAnswer, string? Sha256, bool? IsWhatLeft, string Folder);

/// <summary>What came back: a mail, or a word of the recipient by a way that proves who says it.</summary>
/// <param name="Reason">The recipient's own words, or why a mail was not delivered.</param>
/// <param name="File">Of the mail as it came; null for what was no mail.</param>
internal sealed record AnswerLine(
    DateTimeOffset At, Guid Order, string Kind, string? Reason, string? Status, string? SenderDomain, bool IsProven, bool IsShortened, string? File);

/// <summary>One step of the ladder about one order.</summary>
internal sealed record StepLine(
    string Step, string TitleId, string TitleEn, string Source, Guid Order, DateTimeOffset PreparedAt, DateTimeOffset? ReleasedAt, string? Letter, DateTimeOffset? TakenAt);

/// <summary>One look at a place, with what it showed.</summary>
/// <param name="Code">Why the site did not answer; null where it did.</param>
internal sealed record LookLine(
    Guid Capture, string Address, DateTimeOffset At, CaptureOccasion Occasion, ItemState State, int? StatusCode, string? Code, string? WarcSha256);

/// <summary>A way to reach the recipient, and who said so.</summary>
internal sealed record ContactLine(RecipientChannel Channel, string Address, int Rank, string Source, DateOnly? SeenOn, DateOnly? ValidUntil, DateTimeOffset AddedAt);

/// <summary>Who was found to answer for one host, and who was looked for in vain.</summary>
internal sealed record SearchLine(string Host, DateTimeOffset AskedAt, IReadOnlyList<FoundContact> Found, IReadOnlyList<MissedContact> Missed);

/// <summary>What the package does not have, by the key of its sentence.</summary>
internal sealed record MissingLine(string Key, string? What = null);
