namespace Terjaga.Casework.Sharing;

/// <summary>Covers the numbers of phones and accounts in a text, except for their last digits.</summary>
internal static class NumberMask
{
    /// <summary>Fewer digits in a row are a wage, a date or a hotline; digits at the end that stay, to tell two numbers apart.</summary>
    private const int MinDigits = 7, ShownDigits = 3;

    private const char Cover = '•';

    /// <summary>The text, as long as before, so that marks stay where they stood.</summary>
    public static string Over(string text)
    {
        var covered = text.ToCharArray();
        for (var at = 0; at < covered.Length;)
        {
            var end = EndOf(covered, at);
            var digits = covered.AsSpan(at, end - at).ToArray().Count(char.IsDigit);
            for (int place = at, left = digits - ShownDigits; digits >= MinDigits && left > 0; place++)
            {
                if (!char.IsDigit(covered[place]))
                    continue;
                covered[place] = Cover;
                left--;
            }

            at = end + 1;
        }

        return new string(covered);
    }

    /// <summary>Where a run of digits ends that are parted by one or two of the signs with which people write numbers.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int at)
    {
        var (end, gap) = (at, 0);
        for (var place = at; place < text.Length && gap <= 2; place++)
        {
            if (char.IsDigit(text[place]))
                (end, gap) = (place + 1, 0);
            else if (end > at && (text[place] is ' ' or '-' or '.' or '(' or ')' or '/' or '\u00a0'))
                gap++;
            else
                break;
        }

        return Math.Max(end, at);
    }
}
