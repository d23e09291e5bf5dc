using System.Globalization;
using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>Writes one capture as one WARC 1.1 file (ISO 28500:2017), each record a gzip member of its own. The same capture gives the same bytes.</summary>
internal sealed class WarcWriter
{
    private const string Fields = "application/warc-fields";

    private readonly WarcCapture _capture;

    private readonly WarcRecordStream _records;

    private WarcWriter(WarcCapture capture, Stream output) => (_capture, _records) = (capture, new WarcRecordStream(output));

    public static byte[] ToBytes(WarcCapture capture)
    {
        using var output = new MemoryStream();
        new WarcWriter(capture, output).WriteAll();
        return output.ToArray();
    }

    private void WriteAll()
    {
        WriteIntroduction();
        foreach (var exchange in _capture.Exchanges)
            WriteExchange(exchange);
        WriteScreenshot();
        WriteText();
        WriteOutcome();
    }

    private void WriteIntroduction()
    {
        var record = Start("warcinfo", IdOf("warcinfo"), _capture.At)
            .Add("WARC-Filename", "capture.warc.gz");
        _records.Write(record, Fields, Encoding.UTF8.GetBytes(
            "software: Terjaga\r\nformat: WARC File Format 1.1\r\n"
            + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"));
    }

    private void WriteExchange(WarcExchange exchange)
    {
        var (request, response) = (IdOf("request", exchange.Id), IdOf("response", exchange.Id));
        var asked = StartAbout("request", request, exchange.At, exchange.Address).Add("WARC-Concurrent-To", response);
        AddAddress(asked, exchange);
        var block = HttpBlock.Request(exchange);
        _records.Write(asked, "application/http; msgtype=request", block, payloadFrom: block.Length);

        var answered = StartAbout("response", response, exchange.At, exchange.Address).Add("WARC-Concurrent-To", request);
        AddAddress(answered, exchange);
        if (exchange.Truncated is { } reason)
            answered.Add("WARC-Truncated", SafeText.Token(reason));
        var head = HttpBlock.ResponseHead(exchange);
        _records.Write(answered, "application/http; msgtype=response", [.. head, .. exchange.Body.Span], payloadFrom: head.Length);
    }

    /// <remarks>A resource must not use WARC-Refers-To (section 5.11); the two belong to one capture.</remarks>
    private void WriteScreenshot()
    {
        if (_capture.Screenshot is not { } picture)
            return;
        // The form of target that other archivers give to the picture of a whole page.
        var record = StartAbout("resource", IdOf("screenshot"), picture.At, "urn:fullPage:" + PageAddress());
        if (PageResponse() is { } page)
            record.Add("WARC-Concurrent-To", page);
        _records.Write(record, SafeText.Value(picture.MediaType), picture.Bytes.Span, payloadFrom: 0);
    }

    private void WriteText()
    {
        if (_capture.Text is not { } text)
            return;
        var record = StartAbout("conversion", IdOf("text"), _capture.At, PageAddress());
        if (PageResponse() is { } page)
            record.Add("WARC-Refers-To", page);
        _records.Write(record, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), payloadFrom: 0);
    }

    private void WriteOutcome()
    {
        var record = StartAbout("metadata", IdOf("metadata"), _capture.At, PageAddress());
        if (PageResponse() is { } page)
            record.Add("WARC-Refers-To", page);
        var lines = _capture.Outcome.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{SafeText.Token(pair.Key)}: {SafeText.Value(pair.Value)}\r\n");
        _records.Write(record, Fields, Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    private static void AddAddress(WarcFields record, WarcExchange exchange)
    {
        if (exchange.RemoteAddress is { } address)
            record.Add("WARC-IP-Address", SafeText.Value(address));
    }

    private WarcFields StartAbout(string type, string id, DateTimeOffset at, string address) =>
        Start(type, id, at).Add("WARC-Target-URI", SafeText.Address(address)).Add("WARC-Warcinfo-ID", IdOf("warcinfo"));

    private static WarcFields Start(string type, string id, DateTimeOffset at) => new WarcFields()
        .Add("WARC-Type", type).Add("WARC-Record-ID", id)
        .Add("WARC-Date", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));

    /// <summary>The page as it came, after redirects; the address asked for where none came.</summary>
    private string PageAddress() => _capture.Exchanges.FirstOrDefault(exchange => exchange.Id == _capture.Page)?.Address ?? _capture.Address;

    private string? PageResponse() =>
        _capture.Exchanges.Any(exchange => exchange.Id == _capture.Page) ? IdOf("response", _capture.Page) : null;

    private string IdOf(string kind, Guid? exchange = null) => WarcId.Of(_capture.Id, kind, exchange);
}
