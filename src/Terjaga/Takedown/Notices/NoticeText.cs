using System.Globalization;
using System.Resources;

namespace Terjaga.Takedown.Notices;

/// <summary>The words of a letter in one language. What is not known is named as missing, never made up.</summary>
internal sealed class NoticeText(Notice notice, string language)
{
    private static readonly ResourceManager _words = new(typeof(NoticeWords));

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    private bool IsIndonesian => language == "id";

    public string Number => notice.Number ?? Missing("missing.number");

    public string Basis => SafeText.Line(IsIndonesian ? notice.Basis.TitleId : notice.Basis.TitleEn);

    public string Class => notice.Class is { } row ? Title(row) : Missing("missing.class");

    public string Urgency => notice.Urgency is { } row ? Title(row) : Say("urgent.no");

    public string Deadline => SpanWords.Say(notice.Basis.Deadline, _culture);

    public string Signed => notice.SignedAt is { } at ? Show(at) : Missing("missing.signature");

    public string Reason => string.IsNullOrWhiteSpace(notice.Reason) ? Missing("missing.reason") : SafeText.Block(notice.Reason);

    public string Say(string key, params object?[] values) => string.Format(_culture, _words.GetString(key, _culture) ?? "", values);

    public string Missing(string key) => Say("missing", Say(key));

    /// <summary>In both times: the recipient may be anywhere.</summary>
    public string Show(DateTimeOffset at) =>
        $"{WibTime.Show(at, _culture)} ({at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)})";

    /// <summary>The name of the step; empty in what is no warning.</summary>
    public string Step => notice.Warns is { } warning ? SafeText.Line(IsIndonesian ? warning.Step.TitleId : warning.Step.TitleEn) : "";

    private string Warning => notice.Warns is { } warning
        ? Say("warned.lead", Step, warning.Number, Show(warning.SignedAt), SafeText.Line(warning.Step.Source)) + "\n\n"
        : "";

    /// <summary>The whole letter as a mail says it, with its list or with a word that points to it.</summary>
    public string ToMail(string list) => Warning + Say(
        notice.IsWithdrawal ? "withdrawn.text" : "text", Number, Basis, Class, Urgency, Deadline, Signed, Reason, notice.Orders.Count, list,
        notice.Withdraws?.Number, notice.Withdraws is { } ended ? Show(ended.At) : null);

    /// <summary>The addresses, none of which a program follows, each with where it is answered.</summary>
    public string List() => string.Join('\n', notice.Orders.Select((order, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {SafeText.Defang(order.Url)}") + (order.Answer is { } answer ? $"\n   {Say("answer")}: {answer}" : "")));

    private string Title(ContentClasses.Row row) => IsIndonesian ? row.TitleId : row.TitleEn;
}
