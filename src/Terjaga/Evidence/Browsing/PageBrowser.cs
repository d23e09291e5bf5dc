using System.Diagnostics.CodeAnalysis;
using PuppeteerSharp;
using PuppeteerSharp.Media;
using Terjaga.Common.Http;

namespace Terjaga.Evidence.Browsing;

/// <summary>Shows a page in a browser of its own and takes its picture.</summary>
/// <param name="time">For one page, from the start of the browser.</param>
internal sealed class PageBrowser(BrowserOptions options, GuardedClient client, TimeSpan time) : IDisposable
{
    /// <summary>What a visitor reads: title, what the page tells of itself, and the words that are drawn.</summary>
    private const string WordsOfPage =
        "[document.title,...[...document.querySelectorAll(\"meta[property^='og:'],meta[name='description']\")].map(m=>m.content),document.body?.innerText??''].join('\\n').slice(0,200000)";

    private const string BrowserFailed = "browser.failed";

    private const string HeightOfPage = "Math.max(document.documentElement?.scrollHeight??0,document.body?.scrollHeight??0)|0";

    private readonly SemaphoreSlim _turns = new(BrowserLimits.AtOnce);

    /// <summary>False where the operator wants no pictures.</summary>
    public bool IsOn => options.Program.Length > 0;

    /// <summary>What came of it; nothing that a page does is an exception.</summary>
    public async Task<PageLook> LookAsync(WebAddress address, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            await using var process = BrowserProcess.Start(options.Program, time);
            using var late = new CancellationTokenSource(time);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            var watching = process.WatchAsync(end);
            var look = await ShowAsync(process, address, end.Token);
            cancellationToken.ThrowIfCancellationRequested();
            var code = look.Code is BrowserFailed
                ? late.IsCancellationRequested ? PageLook.Timeout : await process.ComplainAsync() ?? BrowserFailed
                : look.Code;
            await end.CancelAsync();
            await watching;
            return look with { Code = code };
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    [SuppressMessage("Design", "CA1031", Justification = "A browser that a hostile page broke may fail in any way; the page is kept without its picture.")]
    private async Task<PageLook> ShowAsync(BrowserProcess process, WebAddress address, CancellationToken limit)
    {
        using var requests = new PageRequests(client, limit);
        try
        {
            var browser = await Puppeteer.ConnectAsync(Through(process.Pipe)).WaitAsync(limit);
            var page = await browser.NewPageAsync().WaitAsync(limit);
            await PrepareAsync(page, requests).WaitAsync(limit);
            var hasAnswer = await GoAsync(page, address, limit);
            if (!hasAnswer)
                return new PageLook(requests.Way, requests.Parts, null, null, "browser.no-answer");

            var words = await page.EvaluateExpressionAsync<string>(WordsOfPage).WaitAsync(limit);
            var picture = await TakeAsync(page).WaitAsync(limit);
            return new PageLook(requests.Way, requests.Parts, picture, words, null);
        }
        catch (Exception)
        {
            return new PageLook(requests.Way, requests.Parts, null, null, BrowserFailed);
        }
    }

    private ConnectOptions Through(BrowserPipe pipe) => new()
    {
        BrowserWSEndpoint = "ws://pipe",
        TransportFactory = (_, _, _) => Task.FromResult<PuppeteerSharp.Transport.IConnectionTransport>(pipe),
        DefaultViewport = new ViewPortOptions { Width = BrowserLimits.Width, Height = BrowserLimits.Height },
        ProtocolTimeout = (int)time.TotalMilliseconds,
    };

    private static async Task PrepareAsync(IPage page, PageRequests requests)
    {
        await page.Client.SendAsync("Browser.setDownloadBehavior", new { behavior = "deny" });
        await page.SetRequestInterceptionAsync(true);
        page.Request += requests.Answer;
        page.Dialog += Dismiss;
    }

    /// <summary>Closes a question of the page. The page may be gone before it is closed; nobody waits for that, and the desk must not end by it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "An error of an event would end the whole desk.")]
    [SuppressMessage("Usage", "VSTHRD100", Justification = "An event of the library.")]
    private static async void Dismiss(object? sender, DialogEventArgs asked)
    {
        try
        {
            await asked.Dialog.Dismiss();
        }
        catch (Exception)
        {
            // A page that hangs on its question runs into the limit of its visit.
        }
    }

    /// <summary>False where the site gave nothing to show. A page that never ends loading is shown as it is.</summary>
    private static async Task<bool> GoAsync(IPage page, WebAddress address, CancellationToken limit)
    {
        try
        {
            var options = new NavigationOptions { WaitUntil = [WaitUntilNavigation.Load], Timeout = (int)BrowserLimits.Loading.TotalMilliseconds };
            await page.GoToAsync(address.Value, options).WaitAsync(limit);
        }
        catch (NavigationException exception) when (exception.InnerException is not TimeoutException && !exception.Message.Contains("Timeout", StringComparison.Ordinal))
        {
            return false;
        }
        catch (Exception exception) when (exception is NavigationException or TimeoutException)
        {
            // Some pages wait for something for ever.
        }

        await Task.Delay(BrowserLimits.Settling, TimeProvider.System, limit);
        return !page.Url.StartsWith("chrome-error:", StringComparison.Ordinal) && page.Url != "about:blank";
    }

    private static async Task<byte[]> TakeAsync(IPage page)
    {
        var height = await page.EvaluateExpressionAsync<int>(HeightOfPage);
        var options = new ScreenshotOptions
        {
            CaptureBeyondViewport = true,
            Clip = new Clip
            {
                Width = BrowserLimits.Width,
                Height = Math.Clamp(height, BrowserLimits.Height, BrowserLimits.MaxPictureHeight),
            },
            Type = ScreenshotType.Png,
        };
        var picture = await page.ScreenshotDataAsync(options);
        if (picture.Length <= BrowserLimits.MaxPngBytes)
            return picture;
        options.Type = ScreenshotType.Jpeg;
        options.Quality = 80;
        return await page.ScreenshotDataAsync(options);
    }
}
