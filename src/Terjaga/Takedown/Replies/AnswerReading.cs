namespace Terjaga.Takedown.Replies;

/// <summary>Tells answers of people from those of machines, and what they seem to say.</summary>
internal static class AnswerReading
{
    /// <summary>Letters after a ticket word in which its number stands, and the least digits of one.</summary>
    private const int TicketReach = 20, TicketDigits = 3;

    /// <summary>What the new words say; words that are quoted from our own mail do not count.</summary>
    public static SaidOutcome SaidIn(string words, ReplyPhrases phrases)
    {
        var (isRemoved, isRefused) = (phrases.IsSaid(PhraseUse.Removed, words), phrases.Stands(PhraseUse.Refused, words));
        return (isRemoved, isRefused) switch
        {
            (true, true) => SaidOutcome.Unclear,
            (true, _) => SaidOutcome.Removed,
            (_, true) => SaidOutcome.Refused,
            _ => phrases.Stands(PhraseUse.Asks, words) ? SaidOutcome.Asks : SaidOutcome.Nothing,
        };
    }

    public static MailKind KindOf(MailSight sight, string words, SaidOutcome said, ReplyPhrases phrases)
    {
        if (said is SaidOutcome.Removed or SaidOutcome.Refused or SaidOutcome.Unclear)
            return MailKind.Answer;
        if (phrases.Begins(PhraseUse.AutoReplySubject, sight.Subject))
            return HasTicket(sight.Subject, phrases) ? MailKind.Acknowledgement : MailKind.AutoReply;
        var isAutomatic = sight.IsAutoReply || sight.HasNoReturn;
        if (phrases.Stands(PhraseUse.Acknowledgement, words) && (isAutomatic || said == SaidOutcome.Nothing || HasTicket(sight.Subject, phrases)))
            return MailKind.Acknowledgement;
        return isAutomatic || phrases.Stands(PhraseUse.AutoReplyText, words) || sight.Content.IsReceipt ? MailKind.AutoReply : MailKind.Answer;
    }

    /// <summary>The text without what it quotes: lines behind <c>&gt;</c>, and everything below a line that says so.</summary>
    public static string NewIn(string text, ReplyPhrases phrases)
    {
        var kept = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            var isQuoting = line.Length > 0 && phrases.Stands(PhraseUse.QuotedText, MailText.Plain(line));
            if (isQuoting && !line.EndsWith(':'))
                break;
            if (!isQuoting && !line.StartsWith('>'))
                kept.Add(line);
        }

        return string.Join('\n', kept);
    }

    private static bool HasTicket(string subject, ReplyPhrases phrases) => phrases.Places(PhraseUse.TicketWord, subject)
        .Any(at => subject.AsSpan(at, Math.Min(TicketReach, subject.Length - at)).ToString().Count(char.IsAsciiDigit) >= TicketDigits);
}
