using System.IO.Compression;
using System.Text;
using Terjaga.Evidence.Archive;

namespace Terjaga.Tests.Evidence.Archive;

public sealed class WarcWriterTests
{
    [Fact]
    public void Each_visit_gives_its_records_and_the_check_finds_nothing()
    {
        var report = Check(WarcWriter.ToBytes(SampleCapture.Make()));

        Assert.Empty(report.Findings);
        Assert.Equal(
            ["warcinfo", "request", "response", "request", "response", "request", "response", "resource", "conversion", "metadata"],
            report.Records.Select(record => record.Type));
    }

    [Fact]
    public void The_same_capture_gives_the_same_bytes() =>
        Assert.Equal(WarcWriter.ToBytes(SampleCapture.Make()), WarcWriter.ToBytes(SampleCapture.Make()));

    [Fact]
    public void The_response_is_true_of_the_body_that_is_kept_and_keeps_what_the_wire_said()
    {
        var text = Unpack(WarcWriter.ToBytes(SampleCapture.Make()));

        Assert.Contains("\r\nX-Archive-Orig-Content-Encoding: gzip\r\nX-Archive-Orig-Content-Length: 31\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nContent-Length: 42\r\n\r\n<p>Gaji", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nContent-Encoding:", text, StringComparison.Ordinal);
        Assert.Contains("\r\nWARC-Truncated: length\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nWARC-Date: 2026-11-30T03:04:05.6780000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nGET /l?id=1 HTTP/1.1\r\nHost: contoh.example\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_a_stranger_writes_leaves_its_line()
    {
        const string Evil = "a\r\n\r\nWARC/1.1\r\nWARC-Type: response\0\n\u0085\ud800é漢";
        var sample = SampleCapture.Make();
        var exchange = sample.Exchanges[1] with
        {
            Address = "https://contoh.example/" + Evil,
            Method = Evil,
            Reason = Evil,
            RemoteAddress = Evil,
            Truncated = Evil,
            RequestHeaders = [new(Evil, Evil), new("", "")],
            ResponseHeaders = [new(Evil, Evil), new(" Content-Length ", Evil), new("X", "é")],
        };
        var bytes = WarcWriter.ToBytes(sample with
        {
            Address = Evil,
            Exchanges = [exchange],
            Screenshot = new WarcPicture(SampleCapture.At, Evil, new byte[] { 1 }),
            Outcome = new Dictionary<string, string> { [Evil] = Evil },
        });

        var report = Check(bytes);

        Assert.Empty(report.Findings);
        Assert.Equal(6, report.Records.Count);
        Assert.Equal(6, Unpack(bytes).Split('\n').Count(line => line.StartsWith("WARC/1.1", StringComparison.Ordinal)));
        Assert.Contains("\r\nX: \u00e9\r\n", Unpack(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_visit_without_answer_is_a_file_too()
    {
        var report = Check(WarcWriter.ToBytes(SampleCapture.Make() with { Exchanges = [], Page = null, Screenshot = null, Text = null }));

        Assert.Empty(report.Findings);
        Assert.Equal(["warcinfo", "metadata"], report.Records.Select(record => record.Type));
    }

    private static WarcReport Check(byte[] bytes) => WarcCheck.Run(new MemoryStream(bytes), new WarcLimits(), isSelfContained: true);

    private static string Unpack(byte[] bytes)
    {
        using var unpacked = new MemoryStream();
        new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress).CopyTo(unpacked);
        return Encoding.Latin1.GetString(unpacked.ToArray());
    }
}
