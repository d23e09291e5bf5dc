using System.Globalization;

namespace Terjaga.Takedown.Notices;

/// <summary>What an official letter says, paragraph by paragraph, in Indonesian. What is missing is named.</summary>
internal static class LetterText
{
    public static IEnumerable<LetterLine> Of(Notice notice)
    {
        var words = new NoticeText(notice, "id");
        IEnumerable<LetterLine> body = notice.IsWithdrawal ? Withdrawal(notice, words) : [.. Standing(notice, words), .. Analysis(words)];
        return [.. Head(notice, words), .. body, .. Places(notice, words), .. notice.IsWithdrawal ? [] : Evidence(notice, words), new(words.Say("letter.signed", words.Missing("missing.signer")))];
    }

    private static IEnumerable<LetterLine> Head(Notice notice, NoticeText words) =>
    [
        .. notice.IsDraft ? new[] { new LetterLine(words.Say("draft"), true) } : [],
        new(words.Say(notice.IsWithdrawal ? "letter.withdrawn.title" : notice.Warns is null ? "letter.title" : "letter.warned.title"), true),
        new(words.Say("letter.number", words.Number)),
        new(words.Say("letter.date", notice.Withdraws is { } ended ? words.Show(ended.At) : words.Signed)),
        new(words.Say("letter.to", SafeText.Line(notice.Recipient))),
        .. notice.Warns is { } warning ? new[] { new LetterLine(words.Say("letter.warns", words.Step, warning.Number, words.Show(warning.SignedAt))) } : [],
    ];

    private static IEnumerable<LetterLine> Withdrawal(Notice notice, NoticeText words) =>
        [new(words.Say("letter.withdraws", notice.Withdraws?.Number)), new(words.Say("letter.basis"), true), new(words.Basis)];

    private static IEnumerable<LetterLine> Standing(Notice notice, NoticeText words) =>
    [
        new(words.Say("letter.basis"), true),
        new(words.Basis),
        new(words.Say("letter.source", SafeText.Line(notice.Basis.Source))),
        new(words.Say("letter.class"), true),
        new(words.Class),
        new(words.Say("letter.urgency"), true),
        new(words.Urgency),
        .. notice.Urgency is null ? Array.Empty<LetterLine>() : [new(words.Say("letter.urgency.by", words.Missing("missing.officer")))],
        new(words.Say("letter.deadline"), true),
        new(words.Say("letter.deadline.text", words.Deadline)),
    ];

    private static IEnumerable<LetterLine> Analysis(NoticeText words) =>
        [new(words.Say("letter.analysis"), true), .. words.Reason.Split('\n').Select(line => new LetterLine(line))];

    private static IEnumerable<LetterLine> Places(Notice notice, NoticeText words) =>
        [new(words.Say("letter.places", notice.Orders.Count), true), .. notice.Orders.Select((order, i) => new LetterLine(Count(i) + SafeText.Defang(order.Url)))];

    private static IEnumerable<LetterLine> Evidence(Notice notice, NoticeText words)
    {
        yield return new(words.Say("letter.evidence"), true);
        for (var i = 0; i < notice.Orders.Count; i++)
        {
            if (notice.Orders[i].Captures.Count == 0)
                yield return new(Count(i) + words.Missing("missing.evidence"));
            foreach (var capture in notice.Orders[i].Captures)
                yield return new(string.Create(CultureInfo.InvariantCulture, $"{Count(i)}{capture.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC {capture.Sha256}"));
        }
    }

    private static string Count(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ");
}
