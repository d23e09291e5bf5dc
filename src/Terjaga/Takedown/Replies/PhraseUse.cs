using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Replies;

/// <summary>What a phrase of <c>replies.json</c> tells about a mail in which it stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhraseUse>))]
internal enum PhraseUse
{
    SystemSender,
    FailureSubject,
    DelaySubject,
    FailureOpening,
    DelayOpening,
    ReturnedMessage,
    QuotedText,
    ComplaintSubject,
    AutoReplySubject,
    AutoReplyText,
    Acknowledgement,
    TicketWord,
    Removed,
    Refused,
    Asks,
    Hedge,
    Reason,
}
