using Terjaga.Common.Events;

namespace Terjaga.Casework;

/// <summary>The words with which an officer stands for a decision.</summary>
public static class Decision
{
    /// <summary>Longest reason, in characters; also the bound of the form fields.</summary>
    public const int MaxReasonLength = DeskEvent.MaxReasonLength;

    /// <summary>Fails with <c>reason.required</c>, <c>reason.too-long</c> or <c>text.invalid</c>.</summary>
    public static Result<string> ParseReason(string? typed)
    {
        if (typed?.Trim() is not { Length: > 0 } reason)
            return new Problem("reason.required");
        if (reason.Length > MaxReasonLength)
            return new Problem("reason.too-long", MaxReasonLength);
        return PlainText.IsReadable(reason) ? reason : new Problem("text.invalid");
    }
}
