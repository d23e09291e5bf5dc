namespace Terjaga.Intake;

/// <summary>The words of a report as sent, readable by every part of the desk.</summary>
public static class ReportText
{
    /// <summary>Longest text, in UTF-16 units: a long chat; also the bound of the form field and the column.</summary>
    public const int MaxLength = 20_000;

    /// <summary>
    /// Trims it; null if nothing is left. Fails with <c>text.too-long</c>, or <c>text.invalid</c> where it has a NUL or
    /// half a surrogate pair, which no database and no page can carry.
    /// </summary>
    public static Result<Words> Parse(string? text)
    {
        if (text is { Length: > MaxLength })
            return new Problem("text.too-long", MaxLength);
        return text is not null && !PlainText.IsReadable(text)
            ? new Problem("text.invalid")
            : new Words(text?.Trim() is { Length: > 0 } trimmed ? trimmed : null);
    }

    /// <param name="Value">Null if nothing was written.</param>
    public sealed record Words(string? Value);
}
