namespace Terjaga.Screening.Reading;

/// <summary>Finds what stands between quotation marks.</summary>
internal static class Quotes
{
    /// <summary>Longest quotation, in UTF-16 units; beyond, a mark was forgotten or is no quotation mark.</summary>
    private const int MaxLength = 600;

    public readonly record struct Quote(int Start, int End);

    public static List<Quote> Of(string text)
    {
        var quotes = new List<Quote>();
        var open = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB'))
                continue;
            if (open >= 0 && at - open <= MaxLength)
            {
                quotes.Add(new Quote(open, at));
                open = -1;
            }
            else
            {
                open = at;
            }
        }

        return quotes;
    }
}
