using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Terjaga.Takedown.Notices;

/// <summary>Reads a XARF 4 report that somebody sent us, by the published rules; what is <c>_internal</c> in it is not looked at.</summary>
/// <remarks>https://xarf.org/docs/specification and its schemas, version 4.2: classes, types, and what each must have.</remarks>
public sealed record Xarf(
    string Version, Guid ReportId, DateTimeOffset Timestamp, string ReporterOrg, string SenderOrg, string Source, string Category, string Type, string? Url)
{
    /// <summary>Largest report, in bytes: the standard lets one piece of evidence have 5 MB before base 64.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Deepest nesting: the schemas have four levels.</summary>
    private const int MaxDepth = 16;

    private static readonly string[] _parties = ["reporter", "sender"], _texts = ["report_id", "timestamp", "source_identifier", "category", "type"];

    private static readonly FrozenDictionary<string, string[]> _types = new Dictionary<string, string[]>
    {
        ["messaging"] = ["spam", "bulk_messaging"],
        ["content"] = ["brand_infringement", "csam", "csem", "exposed_data", "fraud", "malware", "phishing", "remote_compromise", "suspicious_registration"],
        ["copyright"] = ["copyright", "cyberlocker", "link_site", "p2p", "ugc_platform", "usenet"],
        ["connection"] =
            ["ddos", "infected_host", "login_attack", "port_scan", "reconnaissance", "scraping", "sql_injection", "vulnerability_scan"],
        ["vulnerability"] = ["cve", "misconfiguration", "open_service"],
        ["infrastructure"] = ["botnet", "compromised_server"],
        ["reputation"] = ["blocklist", "threat_intelligence"],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> _must = new Dictionary<string, string>
    {
        ["messaging"] = "protocol",
        ["content"] = "url",
        ["connection"] = "protocol",
        ["vulnerability"] = "service",
        ["reputation"] = "threat_type",
    }.ToFrozenDictionary();

    /// <summary>
    /// Fails with <c>xarf.too-large</c>, <c>xarf.not-json</c>, <c>xarf.version-missing</c>, <c>xarf.version-unknown</c>,
    /// <c>xarf.reporter-missing</c>, <c>xarf.field-missing</c>, <c>xarf.field-invalid</c>, <c>xarf.category-unknown</c>,
    /// <c>xarf.type-unknown</c>, <c>xarf.rule-broken</c> or <c>xarf.contact-invalid</c>.
    /// </summary>
    public static Result<Xarf> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return new Problem("xarf.too-large");
        try
        {
            using var report = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return report.RootElement.ValueKind == JsonValueKind.Object ? Read(report.RootElement) : new Problem("xarf.not-json");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Also text that is no Unicode, which the reader meets only when it is asked for the string.
            return new Problem("xarf.not-json");
        }
    }

    private static Result<Xarf> Read(JsonElement report)
    {
        if (RefuseVersion(report) is { } version)
            return version;
        foreach (var party in _parties)
        {
            if (!report.TryGetProperty(party, out var said) || said.ValueKind != JsonValueKind.Object)
                return new Problem(party == "reporter" ? "xarf.reporter-missing" : "xarf.field-missing", party);
        }

        foreach (var field in _texts)
        {
            if (Text(report, field) is not { Length: > 0 })
                return new Problem("xarf.field-missing", field);
        }

        return (RefuseClass(report) ?? RefuseContacts(report)) is { } problem ? problem : Taken(report);
    }

    private static Problem? RefuseVersion(JsonElement report) => Text(report, "xarf_version") switch
    {
        null => new Problem("xarf.version-missing"),
        var text when text.StartsWith("4.", StringComparison.Ordinal) && System.Version.TryParse(text, out var read) && read.Build >= 0 && read.Revision < 0 => null,
        _ => new Problem("xarf.version-unknown"),
    };

    private static Problem? RefuseClass(JsonElement report)
    {
        var category = Text(report, "category") ?? "";
        if (!_types.TryGetValue(category, out var types))
            return new Problem("xarf.category-unknown");
        if (!types.Contains(Text(report, "type")))
            return new Problem("xarf.type-unknown");
        return _must.TryGetValue(category, out var must) && Text(report, must) is not { Length: > 0 } ? new Problem("xarf.rule-broken", must) : null;
    }

    private static Problem? RefuseContacts(JsonElement report) =>
        _parties.All(party => IsContact(report.GetProperty(party))) ? null : new Problem("xarf.contact-invalid");

    private static bool IsContact(JsonElement contact) =>
        contact.EnumerateObject().All(member => member.Name is "org" or "contact" or "domain")
        && Text(contact, "org") is { Length: > 0 and <= 200 }
        && MimeKit.MailboxAddress.TryParse(Text(contact, "contact") ?? "", out _)
        && Uri.CheckHostName(Text(contact, "domain")) == UriHostNameType.Dns;

    private static Result<Xarf> Taken(JsonElement report)
    {
        if (!Guid.TryParseExact(Text(report, "report_id"), "D", out var id))
            return new Problem("xarf.field-invalid", "report_id");
        if (!DateTimeOffset.TryParse(Text(report, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return new Problem("xarf.field-invalid", "timestamp");
        if (Text(report, "url") is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
            return new Problem("xarf.field-invalid", "url");
        string Read(string field) => Text(report, field) ?? "";
        return new Xarf(
            Read("xarf_version"), id, at.ToUniversalTime(), Text(report.GetProperty("reporter"), "org") ?? "", Text(report.GetProperty("sender"), "org") ?? "",
            Read("source_identifier"), Read("category"), Read("type"), Text(report, "url"));
    }

    /// <summary>Null where it is missing or no text.</summary>
    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
