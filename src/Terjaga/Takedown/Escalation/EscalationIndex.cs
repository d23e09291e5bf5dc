using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Terjaga.Evidence.Packages;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown.Escalation;

/// <summary>The page that a person opens first: what was asked, of whom, on what basis, when, and what came of it; then each folder, and what is missing.</summary>
internal sealed class EscalationIndex(
    Guid caseFileId, Recipient recipient, EscalationWriter.Written written, IReadOnlyList<WrittenPart> parts, DateTimeOffset madeAt, CultureInfo language)
{
    /// <summary>Most orders that the page lists; all are in the summary.</summary>
    public const int MaxShown = 200;

    private const string Style =
        "body{font:1rem/1.5 sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}code{overflow-wrap:anywhere}td,th{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0}";

    private static readonly ResourceManager _words = new(typeof(EscalationWords));

    private static readonly string[] _folders =
    [
        EscalationWriter.Summary, EscalationWriter.Notices, EscalationWriter.Deliveries, EscalationWriter.Answers, EscalationWriter.Steps, EscalationWriter.Evidence,
        "custody/", EscalationWriter.Contacts,
    ];

    private readonly StringBuilder _page = new();

    /// <summary>Names of the pages and their languages.</summary>
    public static IReadOnlyDictionary<string, CultureInfo> Pages { get; } = new SortedDictionary<string, CultureInfo>(StringComparer.Ordinal)
    {
        ["index.html"] = CultureInfo.GetCultureInfo("id"),
        ["index.en.html"] = CultureInfo.GetCultureInfo("en"),
    };

    public byte[] ToBytes()
    {
        WriteHead();
        WriteOrders();
        WriteDeliveries();
        WriteMissing();
        foreach (var folder in _folders)
            WriteFolder(folder);
        _page.Append("</main></body></html>\n");
        return Encoding.UTF8.GetBytes(_page.ToString());
    }

    private void WriteHead()
    {
        var isIndonesian = language.Name == "id";
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        _page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language.Name).Append("\"><head><meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Append(styleHash)
            .Append("'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Word("title", recipient.Name)).Append("</title>\n<style>")
            .Append(Style).Append("</style></head>\n<body><main><h1>").Append(Word("title", recipient.Name)).Append("</h1>\n<p>")
            .Append(isIndonesian ? "<a href=\"index.en.html\" lang=\"en\">English</a>" : "<a href=\"index.html\" lang=\"id\">Bahasa Indonesia</a>")
            .Append("</p>\n<p>").Append(Word("intro")).Append("</p>\n<table>\n");
        Pair("case", caseFileId.ToString("D"));
        Pair("recipient", recipient.Name);
        Pair("kind", Say("kind." + recipient.Kind));
        Pair("hosts", recipient.Hosts.Length > 0 ? recipient.Hosts : "-");
        Pair("address", recipient.Address.Length > 0 ? recipient.Address : "-");
        Pair("made", Time(madeAt));
        Pair("counts", Say("counts.text", written.Orders.Count, written.Deliveries.Count, written.Answers, written.Steps, written.Looks, written.Proofs));
        _page.Append("</table>\n<p>").Append(Word("check")).Append(" <code>sha256sum -c manifest.sha256</code></p>\n<p>").Append(Word("links")).Append("</p>\n");
    }

    private void WriteOrders()
    {
        Heading("orders");
        Row("th", "place", "letter", "basis", "sent", "deadline", "acknowledged", "first-gone", "confirmed-gone", "back", "last");
        foreach (var order in written.Orders.Take(MaxShown))
        {
            Cells(
                order.Address, order.Letter, language.Name == "id" ? order.LegalBasisId : order.LegalBasisEn, Time(order.SentAt), Time(order.DeadlineAt), Time(order.AcknowledgedAt),
                Time(order.FirstSeenGoneAt), Time(order.ConfirmedGoneAt), Time(order.CameBackAt),
                order.LastSeen is { } seen ? $"{Say("seen." + seen)} {Time(order.LastLookAt)}" : Say("never"));
        }

        _page.Append("</table>\n");
        if (written.Orders.Count > MaxShown)
            _page.Append("<p>").Append(Word("orders.more", written.Orders.Count - MaxShown)).Append("</p>\n");
    }

    private void WriteDeliveries()
    {
        Heading("deliveries");
        Row("th", "letter", "what", "to", "taken", "answer", "identity");
        foreach (var line in written.Deliveries)
            Cells(line.Letter, Say("letter." + line.Kind) + (line.Step is { } step ? $" ({step})" : ""), line.To, Time(line.TakenAt), line.ServerAnswer, line.Identity);
        _page.Append("</table>\n");
    }

    private void WriteMissing()
    {
        _page.Append("<h2>").Append(Word("missing")).Append("</h2>\n<ul>\n");
        foreach (var line in written.Missing.DefaultIfEmpty(new MissingLine("missing.nothing")))
            _page.Append("<li>").Append(Word(line.Key, line.What ?? "")).Append("</li>\n");
        _page.Append("</ul>\n");
    }

    private void WriteFolder(string folder)
    {
        _page.Append("<h2>").Append(Word("folder." + folder.TrimEnd('/'))).Append("</h2>\n<ul>\n");
        foreach (var part in parts.Where(part => part.Name.StartsWith(folder, StringComparison.Ordinal)))
        {
            var name = HtmlEncoder.Default.Encode(part.Name);
            _page.Append("<li><a href=\"").Append(name).Append("\">").Append(name).Append("</a> <code>").Append(part.Sha256).Append("</code></li>\n");
        }

        _page.Append("</ul>\n");
    }

    private void Heading(string key) => _page.Append("<h2>").Append(Word(key)).Append("</h2>\n<table>\n");

    private void Pair(string key, string value) =>
        _page.Append("<tr><th scope=\"row\">").Append(Word(key)).Append("</th><td>").Append(Encode(value)).Append("</td></tr>\n");

    private void Row(string cell, params string[] keys) =>
        _page.Append("<tr>").AppendJoin("", keys.Select(key => $"<{cell} scope=\"col\">{Word(key)}</{cell}>")).Append("</tr>\n");

    private void Cells(params string?[] values) =>
        _page.Append("<tr>").AppendJoin("", values.Select(value => $"<td>{Encode(value is { Length: > 0 } ? value : Say("not-known"))}</td>")).Append("</tr>\n");

    private string Word(string key, params object[] values) => Encode(Say(key, values));

    private string Say(string key, params object[] values) =>
        string.Format(language, _words.GetString(key, language) ?? throw new MissingManifestResourceException(key), values);

    /// <remarks>What strangers wrote stays on its line, and no mark in it turns the words around.</remarks>
    private static string Encode(string value) => HtmlEncoder.Default.Encode(SafeText.Line(value));

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? "";
}
