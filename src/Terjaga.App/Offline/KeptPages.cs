using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.App.Help;
using Terjaga.App.Literacy;
using Terjaga.App.Web;
using Terjaga.Screening;

namespace Terjaga.App.Offline;

/// <summary>
/// The pages that a device keeps, as one file: lessons, numbers for help, and what is said without a network. This is the
/// only list of them; what is not on it is never kept.
/// </summary>
/// <remarks>
/// One file, because the pages are alike: compressed together they weigh a seventh of what they weigh one by one, and a bad
/// line is asked once. They are drawn without a visitor: no cookie goes in, and none comes out.
/// </remarks>
internal sealed class KeptPages(IServiceProvider services, Catalogue catalogue)
{
    public const string Path = "/simpanan.json";

    public const string MediaType = "application/json";

    /// <summary>Readable in a browser's tools; it is fetched as JSON and never stands inside a page.</summary>
    private static readonly JsonSerializerOptions _format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private volatile Made? _made;

    /// <param name="IsFictional">Whether the pages say that the desk is a demonstration.</param>
    /// <param name="Content">JSON: each page by its address, with the language in it.</param>
    /// <param name="Version">Changes with the content.</param>
    public sealed record Made(bool IsFictional, byte[] Content, string Version);

    /// <summary>Draws them where that was not done yet; two who ask at once may both draw, and draw the same.</summary>
    public async Task<Made> MakeAsync(bool isFictional)
    {
        if (_made is { } made && made.IsFictional == isFictional)
            return made;
        var pages = new Dictionary<string, string>();
        foreach (var language in Languages.All)
        {
            foreach (var (path, page) in All())
                pages.Add($"{path}?{Languages.Switch}={language}", await DrawAsync(path, page, language));
        }

        var content = JsonSerializer.SerializeToUtf8Bytes(pages, _format);
        return _made = new Made(isFictional, content, OwnFile.Hash(content));
    }

    private IEnumerable<(string Path, IResult Page)> All() =>
    [
        (OfflineArea.Path, new RazorComponentResult<OfflinePage>()),
        (HelpArea.Path, new RazorComponentResult<HelpPage>()),
        (LessonPages.Path, new RazorComponentResult<LessonsPage>()),
        .. catalogue.Signals.Select(sign => (LessonPages.PathOf(sign.Id), (IResult)LessonPages.Show(sign))),
    ];

    private async Task<string> DrawAsync(string path, IResult page, string language)
    {
        // Of this method alone: who called it goes on in the language of the request.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await using var scope = services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) =
            (HttpMethods.Get, "https", new HostString("localhost"), path);
        context.Response.Body = body;
        await page.ExecuteAsync(context);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
