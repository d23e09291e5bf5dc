using System.Globalization;
using System.Text;

namespace Terjaga.Takedown.Notices;

/// <summary>What an officer copies into the public complaint site, aduankonten.id: category, reason, links, evidence. Nothing is sent there by the desk.</summary>
internal static class ComplaintText
{
    /// <remarks>The links are exact: the site wants them so, and the officer pastes them.</remarks>
    public static string Of(Notice notice)
    {
        var words = new NoticeText(notice, "id");
        var text = new StringBuilder();
        if (notice.IsDraft)
            text.Append(words.Say("draft")).Append("\n\n");
        text.Append(words.Say("complaint.head")).Append("\n\n").Append(words.Say("complaint.reason")).Append('\n').Append(words.Reason)
            .Append("\n\n").Append(words.Say("complaint.places", notice.Orders.Count));
        foreach (var order in notice.Orders)
            text.Append('\n').Append(SafeText.Line(order.Url));
        text.Append("\n\n").Append(words.Say("complaint.evidence"));
        var captures = notice.Orders.SelectMany(o => o.Captures).ToList();
        foreach (var capture in captures)
            text.Append(CultureInfo.InvariantCulture, $"\n{capture.At.UtcDateTime:yyyy-MM-dd HH:mm:ss 'UTC'} {capture.Sha256}");
        if (captures.Count == 0)
            text.Append('\n').Append(words.Missing("missing.evidence"));
        return text.Append("\n\n").Append(words.Say("complaint.number", words.Number)).Append('\n').ToString();
    }
}
