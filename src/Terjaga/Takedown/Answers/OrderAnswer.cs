using System.Globalization;
using Terjaga.Casework;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Answers;

/// <summary>One answer of a recipient that passed the border.</summary>
internal sealed record OrderAnswer(Guid Order, SaidStatus Status, string? Reason)
{
    /// <summary>Clocks of two machines differ: an instant so much ahead is still no future.</summary>
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(5);

    /// <summary>What the answer does to its order.</summary>
    public string Kind => Status switch
    {
        SaidStatus.Acknowledged => OrderEvents.Acknowledged,
        SaidStatus.Removed => OrderEvents.SaidRemoved,
        SaidStatus.Partly => OrderEvents.SaidPartly,
        _ => OrderEvents.Refused,
    };

    /// <summary>Fails with <c>answer.invalid</c>, <c>answer.time-invalid</c>, <c>order.unknown</c>, or what <see cref="Decision.ParseReason"/> tells.</summary>
    public static Result<OrderAnswer> Read(AnswerOrders.Row row, DateTimeOffset now)
    {
        if (!Guid.TryParse(row.Order, out var order))
            return new Problem("order.unknown");
        if (!Enum.TryParse<SaidStatus>(row.Status, ignoreCase: true, out var status) || !Enum.IsDefined(status) || char.IsAsciiDigit(row.Status[0]))
            return new Problem("answer.invalid");
        return Weigh(order, status, row.Reason, row.At, now);
    }

    private static Result<OrderAnswer> Weigh(Guid order, SaidStatus status, string? typed, string? at, DateTimeOffset now)
    {
        string? reason = null;
        if ((status == SaidStatus.Refused || !string.IsNullOrWhiteSpace(typed)) && !Decision.ParseReason(typed).TryGet(out reason, out var problem))
            return problem;
        if (string.IsNullOrWhiteSpace(at))
            return new OrderAnswer(order, status, reason);
        if (!DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var said) || said > now + _skew)
            return new Problem("answer.time-invalid");
        var when = said.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return new OrderAnswer(order, status, PlainText.Shorten(reason is null ? when : $"{when}: {reason}", DeskEvent.MaxReasonLength));
    }
}
