using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Terjaga.Evidence.Packages;

/// <summary>The page that a person opens first: what is in the package, in plain HTML without script. Pictures are links, so that nobody sees one unasked.</summary>
internal sealed class PackageIndex(PackageContents contents, IReadOnlyList<WrittenPart> parts, CultureInfo language)
{
    private const string Style =
        "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}code{overflow-wrap:anywhere}dt{font-weight:bold}";

    private readonly StringBuilder _page = new();

    public byte[] ToBytes()
    {
        WriteHead();
        foreach (var (number, capture) in contents.Captures.Index())
            WriteCapture($"captures/{number + 1}/", number + 1, capture);
        if (contents.Uploads.Count > 0)
            WriteFiles("uploads", "reports/");
        WriteFiles("custody", "custody/");
        _page.Append("</main></body></html>\n");
        return Encoding.UTF8.GetBytes(_page.ToString());
    }

    private void WriteHead()
    {
        var isIndonesian = language.Equals(PackageWords.Indonesian);
        var styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        _page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language.Name).Append("\"><head><meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Append(styleHash)
            .Append("'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>").Append(Word("title", contents.Reference)).Append("</title>\n<style>")
            .Append(Style).Append("</style></head>\n<body><main><h1>").Append(Word("title", contents.Reference)).Append("</h1>\n<p>")
            .Append(isIndonesian ? "<a href=\"index.en.html\" lang=\"en\">English</a>" : "<a href=\"index.html\" lang=\"id\">Bahasa Indonesia</a>")
            .Append("</p>\n<p>").Append(Word("intro")).Append("</p>\n<p>").Append(Word("made", Time(contents.MadeAt))).Append("</p>\n<p>")
            .Append(Word("check")).Append(" <a href=\"READ-ME.txt\">READ-ME.txt</a></p>\n");
    }

    private void WriteCapture(string folder, int number, PackageCapture capture)
    {
        _page.Append("<h2>").Append(Word("capture", number)).Append("</h2>\n<dl><dt>").Append(Word("address")).Append("</dt><dd><code>")
            .Append(HtmlEncoder.Default.Encode(capture.Address)).Append("</code></dd>\n<dt>").Append(Word("seen")).Append("</dt><dd>")
            .Append(Time(capture.At)).Append("</dd>\n<dt>").Append(Word("state")).Append("</dt><dd>").Append(Word("state." + capture.State))
            .Append("</dd></dl>\n");
        if (capture.Screenshot is null)
            _page.Append("<p>").Append(Word("no-picture")).Append("</p>\n");
        WriteFiles(null, folder);
    }

    private void WriteFiles(string? title, string folder)
    {
        if (title is not null)
            _page.Append("<h2>").Append(Word(title)).Append("</h2>\n<p>").Append(Word(title + ".about")).Append("</p>\n");
        _page.Append("<ul>\n");
        foreach (var part in parts.Where(part => part.Name.StartsWith(folder, StringComparison.Ordinal)))
        {
            var name = HtmlEncoder.Default.Encode(part.Name);
            _page.Append("<li><a href=\"").Append(name).Append("\">").Append(name).Append("</a><br>").Append(Word("bytes", part.SizeBytes))
                .Append("; SHA-256 <code>").Append(part.Sha256).Append("</code></li>\n");
        }

        _page.Append("</ul>\n");
    }

    private string Word(string key, params object[] values) => HtmlEncoder.Default.Encode(PackageWords.Say(language, key, values));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
