using Terjaga.Evidence.Archive;
using Terjaga.Tests.Evidence.Packages;

namespace Terjaga.Tests.Evidence.Archive;

/// <summary>Reads our files with warcio (npm, Apache-2.0), which shares nothing with us.</summary>
public sealed class WarcioTests : IDisposable
{
    private const string Version = "2.4.11";

    /// <summary>Both digests are counted by node's own crypto, of what the reader takes for block and payload.</summary>
    private const string Script =
        """
        import { WARCParser } from "warcio";
        import { createHash } from "node:crypto";
        import { createReadStream } from "node:fs";
        const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        const base32 = bytes => {
          const bits = [...bytes].map(b => b.toString(2).padStart(8, "0")).join("");
          return bits.match(/.{1,5}/g).map(five => letters[parseInt(five.padEnd(5, "0"), 2)]).join("").padEnd(56, "=");
        };
        const read = async (parseHttp, field) => {
          for await (const record of new WARCParser(createReadStream(process.argv[2]), { parseHttp })) {
            const hash = createHash("sha256");
            for await (const chunk of record) hash.update(chunk);
            const said = record.warcHeader(field);
            const fits = !said || said === "sha256:" + base32(hash.digest());
            const http = parseHttp && record.httpHeaders ? " " + record.httpHeaders.statusline : "";
            console.log([field, record.warcType, fits ? "fits" : "DIFFERS", record.warcTargetURI ?? "-"].join(" ") + http);
          }
        };
        await read(false, "WARC-Block-Digest");
        await read(true, "WARC-Payload-Digest");
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_reader_of_others_sees_every_record_and_both_digests_fit()
    {
        Shell.Require("node", "npm", "timeout");
        var shell = new Shell(_folder.Path);
        var (exitCode, _) = await shell.TryAsync($"timeout -s KILL 30 npm install --no-audit --no-fund --ignore-scripts warcio@{Version}");
        Assert.SkipUnless(exitCode == 0, $"warcio {Version} could not be had from npm.");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "read.mjs"), Script, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "capture.warc.gz"), WarcWriter.ToBytes(SampleCapture.Make()), TestContext.Current.CancellationToken);

        var lines = (await shell.RunAsync("node read.mjs capture.warc.gz")).TrimEnd().Split('\n');

        Assert.Equal(20, lines.Length);
        Assert.All(lines, line => Assert.Contains(" fits ", line, StringComparison.Ordinal));
        Assert.Contains("WARC-Payload-Digest response fits https://contoh.example/l?id=1 HTTP/1.1 200 OK", lines);
        Assert.Contains("WARC-Payload-Digest resource fits urn:fullPage:https://contoh.example/l?id=1", lines);
    }

    public void Dispose() => _folder.Dispose();
}
