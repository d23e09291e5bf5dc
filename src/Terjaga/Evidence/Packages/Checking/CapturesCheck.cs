using Terjaga.Evidence.Archive;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Whether each capture is a sound WARC file that the log tells of, and picture and text are those in it.</summary>
internal sealed class CapturesCheck(PackageParts parts, HashSet<string> captured, CheckList checks)
{
    public void Run(CancellationToken cancellationToken)
    {
        foreach (var folder in PackageNames.Captures(parts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parts.Has(folder + "capture.warc.gz"))
                Check(folder);
        }
    }

    private void Check(string folder)
    {
        var warc = folder + "capture.warc.gz";
        if (captured.Contains(parts.Sha256Of(warc)))
            checks.Pass("capture.in-log", "The log tells of this capture.", warc);
        else
            checks.Fail("capture.in-log", "No proven entry of the log tells of this capture.", warc);

        using var stream = parts.Open(warc);
        var report = WarcCheck.Run(stream, new WarcLimits(), isSelfContained: true);
        foreach (var finding in report.Findings)
            checks.Fail("capture.warc", $"Record {finding.Record}: {finding.Code}.", warc);
        if (report.Findings.Count == 0)
            checks.Pass("capture.warc", $"A sound WARC file of {report.Records.Count} records.", warc);
        foreach (var name in (string[])["screenshot.png", "screenshot.jpg"])
            Compare(folder + name, "capture.screenshot", "resource", "image/", report);
        Compare(folder + "text.txt", "capture.text", "conversion", "text/plain", report);
        if (!parts.Has(folder + "screenshot.png") && !parts.Has(folder + "screenshot.jpg"))
            checks.Miss("capture.screenshot", "There is no picture of this page.", folder);
    }

    private void Compare(string name, string code, string type, string mediaType, WarcReport report)
    {
        if (!parts.Has(name))
            return;
        if (report.Records.Any(record => record.Type == type && record.BlockSha256 == parts.Sha256Of(name)
            && record.ContentType is { } content && content.StartsWith(mediaType, StringComparison.Ordinal)))
        {
            checks.Pass(code, "The same as in the WARC file.", name);
        }
        else
        {
            checks.Fail(code, "Not the one in the WARC file.", name);
        }
    }
}
