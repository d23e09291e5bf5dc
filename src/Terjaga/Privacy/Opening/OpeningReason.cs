namespace Terjaga.Privacy.Opening;

/// <summary>The words with which an officer stands for asking and for agreeing.</summary>
internal static class OpeningReason
{
    public static Result<string> Parse(string? typed)
    {
        if (typed?.Trim() is not { Length: > 0 } reason)
            return new Problem("reason.required");
        if (reason.Length > AskOpening.MaxReasonLength)
            return new Problem("reason.too-long", AskOpening.MaxReasonLength);
        return PlainText.IsReadable(reason) ? reason : new Problem("text.invalid");
    }
}
