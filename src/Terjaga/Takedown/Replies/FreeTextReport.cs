namespace Terjaga.Takedown.Replies;

/// <summary>Tells the reports of mail servers that have no fields (RFC 3464), by several signs that must meet.</summary>
/// <remarks>
/// One sign is never enough: words of a mail server also stand in what people write, and a sender's name says little. What
/// bears the sender of a server but none of a server's words is an automatic answer of somebody, not a bounce.
/// </remarks>
internal static class FreeTextReport
{
    /// <summary>A bounce, a delay, or null for neither.</summary>
    public static MailKind? KindOf(MailSight sight, ReplyPhrases phrases)
    {
        if (!IsReport(sight, phrases))
            return null;
        var isLate = phrases.Begins(PhraseUse.DelaySubject, sight.Subject) || phrases.Stands(PhraseUse.DelayOpening, sight.Words);
        return isLate ? MailKind.Delay : MailKind.Bounce;
    }

    private static bool IsReport(MailSight sight, ReplyPhrases phrases)
    {
        var fromServer = sight.IsSystem || sight.HasNoReturn;
        var (isReturned, hasCode) = (sight.Content.Returned is not null, StatusCodes.ReplyIn(sight.Head) is not null);
        var hasSubject = phrases.Begins(PhraseUse.FailureSubject, sight.Subject) || phrases.Begins(PhraseUse.DelaySubject, sight.Subject);
        var hasOpening = phrases.Stands(PhraseUse.FailureOpening, sight.Words) || phrases.Stands(PhraseUse.DelayOpening, sight.Words);
        var isAway = phrases.Begins(PhraseUse.AutoReplySubject, sight.Subject);
        if (sight.ValueOf("X-Failed-Recipients").Length > 0 && (fromServer || sight.IsAutomatic))
            return true;
        return (hasOpening && (hasSubject || (fromServer && !isAway)))
            || (fromServer && !isAway && (isReturned || sight.IsReport) && !(sight.IsAutomatic && !sight.IsSystem))
            || (hasSubject && ((fromServer && hasCode) || (sight.IsSystem && sight.HasNoReturn)))
            || (sight.IsSystem && hasCode && !isAway);
    }
}
