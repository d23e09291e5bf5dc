namespace Terjaga.Screening.Identifiers;

/// <summary>Tells whether a phone number is one on WhatsApp.</summary>
internal static class WhatsApp
{
    /// <summary>How far before a number the word may stand, and how far behind it, in words.</summary>
    private const int Before = 6, Behind = 1;

    private const string Name = "whatsapp";

    public static bool IsCalled(Post post, WordIndex words, Phone phone)
    {
        if (phone.IsChatLink || post.Text.AsSpan(0, phone.Start) is [.., 'w', 'a'])
            return true;
        for (var i = post.CueFrom(phone.FirstToken) - 1; i >= 0 && phone.FirstToken - post.Cues[i].FirstToken <= Before; i--)
        {
            if (post.Cues[i].Kind == WordKind.Platform && !HasOther(post, post.Cues[i].LastToken, phone.FirstToken))
                return words.ValueOf(post.Cues[i]) == Name;
        }

        for (var token = phone.LastToken + 1; token <= phone.LastToken + Behind && token < post.Tokens.Count; token++)
        {
            if (post.At(token, WordKind.Platform) is { } cue && words.ValueOf(cue) == Name
                && !post.GapAfter(phone.LastToken).Contains('\n') && (token + 1 == post.Tokens.Count || !char.IsAsciiDigit(post.Word(token + 1)[0])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words between speak of something else: a sentence or line ends, or it is a number to call.</summary>
    private static bool HasOther(Post post, int from, int to)
    {
        for (var token = from; token < to; token++)
        {
            var gap = post.GapAfter(token);
            if (gap.Contains('\n') || gap.IndexOfAny('!', '?', ';') >= 0 || (post.EndsAfter(token) && post.Word(token).Length > 4 && token > from))
                return true;
            if (token > from && post.Word(token) is "telp" or "telepon" or "hp" or "tel" or "sms")
                return true;
        }

        return false;
    }
}
