using System.IO.Compression;
using System.Text;
using Terjaga.Evidence.Archive;

namespace Terjaga.Tests.Evidence.Archive;

public sealed class WarcCheckTests
{
    [Theory]
    [InlineData("jwarc/test-resources/org/netpreserve/jwarc/cc.warc.gz", 1)]
    [InlineData("jwarc/test-resources/org/netpreserve/jwarc/gzip_extra_sl.warc.gz", 1)]
    [InlineData("warcio/test/data/example.warc", 6)]
    [InlineData("warcio/test/data/example.warc.gz", 6)]
    [InlineData("warcio/test/data/example-resource.warc.gz", 3)]
    public void A_good_file_of_others_is_good(string file, int records)
    {
        var report = Run(File.ReadAllBytes(SharedFolder.Require("standards/warc/" + file)), isSelfContained: false);

        Assert.Empty(report.Findings);
        Assert.Equal(records, report.Records.Count);
    }

    [Theory]
    [InlineData("bad.arc", "warc.version")]
    [InlineData("example.arc", "warc.version")]
    [InlineData("example.arc.gz", "warc.version")]
    [InlineData("example-bad.warc.gz.bad", "warc.member-has-more")]
    [InlineData("example-bad-non-chunked.warc.gz", "warc.member-has-more")]
    [InlineData("example-trunc.warc", "warc.separator-missing")]
    public void A_bad_file_of_others_is_found(string file, string code) =>
        Assert.Contains(Run(File.ReadAllBytes(SharedFolder.Require("standards/warc/warcio/test/data/" + file))).Findings, finding => finding.Code == code);

    [Fact]
    public void A_flipped_byte_and_a_cut_of_a_file_are_found()
    {
        var good = WarcWriter.ToBytes(SampleCapture.Make() with { Screenshot = null });
        Assert.Empty(Run(good).Findings);

        for (var at = 0; at < good.Length; at += 5)
        {
            var flipped = good.ToArray();
            flipped[at] ^= 0xFF;
            Assert.True(IsFreeByte(good, at) || Run(flipped).Findings.Count > 0, $"Byte {at}.");
            Assert.True(Run(good[..at]).Findings.Count > 0 || IsMemberBoundary(good, at), $"Cut at {at}.");
        }

        Assert.NotEmpty(Run([.. good, 0]).Findings);
    }

    [Theory]
    [InlineData("warc.field-missing", "WARC-Date: 2026-01-01T00:00:00Z\r\n", "")]
    [InlineData("warc.field-missing", "WARC-Target-URI: https://a.example/\r\n", "")]
    [InlineData("warc.date-broken", "T00:00:00Z", "T00:00:00")]
    [InlineData("warc.date-broken", "T00:00:00Z", "T00:00:00.1234567890Z")]
    [InlineData("warc.id-broken", "<urn:uuid:1>", "urn:uuid:1")]
    [InlineData("warc.length-broken", "Content-Length: 3", "Content-Length: +3")]
    [InlineData("warc.length-broken", "Content-Length: 3", "Content-Length: 99999999999999999999")]
    [InlineData("warc.too-long", "Content-Length: 3", "Content-Length: 9999999999999")]
    [InlineData("warc.truncated", "Content-Length: 3", "Content-Length: 30")]
    [InlineData("warc.separator-missing", "Content-Length: 3", "Content-Length: 2")]
    [InlineData("warc.field-twice", "WARC-Type: resource", "WARC-Type: resource\r\nwarc-type: resource")]
    [InlineData("warc.field-broken", "WARC-Type: resource", "WARC-Type: resource\r\nno colon")]
    [InlineData("warc.field-broken", "WARC-Type: resource", "WARC-Type: resource\r\nX: a\nb")]
    [InlineData("warc.field-misplaced", "WARC-Type: resource", "WARC-Type: resource\r\nWARC-Refers-To: <urn:uuid:1>")]
    [InlineData("warc.refers-to-unknown", "WARC-Type: resource", "WARC-Type: resource\r\nWARC-Concurrent-To: <urn:uuid:2>")]
    [InlineData("warc.block-digest", "WARC-Type: resource", "WARC-Type: resource\r\nWARC-Block-Digest: sha256:AAAA")]
    [InlineData("warc.payload-digest", "WARC-Type: resource", "WARC-Type: resource\r\nWARC-Payload-Digest: sha1:AAAA")]
    [InlineData("warc.http-broken", "text/plain", "application/http; msgtype=response")]
    [InlineData("warc.version", "WARC/1.1", "WARC/2.0")]
    public void A_broken_rule_has_its_code(string code, string from, string to)
    {
        const string Good = "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
            + "WARC-Target-URI: https://a.example/\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n";
        Assert.Empty(Run(Encoding.ASCII.GetBytes(Good)).Findings);

        var report = Run(Encoding.ASCII.GetBytes(Good.Replace(from, to, StringComparison.Ordinal)));

        Assert.Equal(code, Assert.Single(report.Findings).Code);
    }

    [Fact]
    public void A_second_record_of_the_same_name_is_found()
    {
        var one = WarcWriter.ToBytes(SampleCapture.Make());

        Assert.Contains(Run([.. one, .. one]).Findings, finding => finding.Code == "warc.id-twice");
    }

    [Fact]
    public void A_bomb_is_left_at_the_limit()
    {
        using var packed = new MemoryStream();
        using (var member = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var i = 0; i < 64; i++)
                member.Write(new byte[1024 * 1024]);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = WarcCheck.Run(packed, new WarcLimits { BlockBytes = 1024 * 1024 }, isSelfContained: true);

        Assert.Equal("warc.gzip-broken", Assert.Single(report.Findings).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
    }

    /// <summary>Time, extra flags and system in the head of a member (RFC 1952 section 2.3.1), and the flag for text.</summary>
    private static bool IsFreeByte(byte[] file, int at)
    {
        for (var back = 4; back < 10 && at >= back; back++)
        {
            if (file.AsSpan(at - back).StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
                return true;
        }

        return false;
    }

    /// <remarks>A file that ends behind a whole record is a whole file; only what refers to a record tells.</remarks>
    private static bool IsMemberBoundary(byte[] file, int at) => file.AsSpan(at).StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8, 0, 0, 0, 0, 0]);

    private static WarcReport Run(byte[] bytes, bool isSelfContained = true) => WarcCheck.Run(new MemoryStream(bytes), new WarcLimits(), isSelfContained);
}
