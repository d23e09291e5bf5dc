using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework;

/// <summary>A whole desk with workers and one officer of each role, on which a test opens cases of its own.</summary>
public sealed class OfferDesk : IAsyncLifetime
{
    private readonly Dictionary<Role, HttpClient> _browsers = [];
    private RunningDesk? _desk;
    private TestSite? _site;

    internal RunningDesk Desk => _desk ?? throw new InvalidOperationException("Not started.");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        _site.Pages["/a"] = "<h1>Loker</h1>";
        _desk = await RunningDesk.StartWholeAsync(_site.Settings);
        foreach (var role in Enum.GetValues<Role>())
            _browsers[role] = await _desk.SignInAsync(role);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await Desk.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
    }

    public HttpClient As(Role role) => _browsers[role];

    /// <summary>The case of a new report, once it is screened and filed.</summary>
    internal async Task<Guid> OpenAsync(string text, string? link = null, params byte[][] pictures)
    {
        await WithAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(new(link, text, null, null, pictures, null), Stop));
        Guid? id = null;
        await RunningDesk.UntilAsync(async () => (id = await WithAsync<TerjagaDb, Guid?>(db =>
            db.CaseReports.Where(r => r.Words.StartsWith(text)).Select(r => (Guid?)r.CaseFileId).FirstOrDefaultAsync(Stop))) is not null);
        return id!.Value;
    }

    internal async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> call)
        where TService : notnull
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal async Task<IDocument> PageAsync(Role role, string path) =>
        await new HtmlParser().ParseDocumentAsync(await As(role).GetStringAsync(new Uri(path, UriKind.Relative), Stop), Stop);

    internal Task<HttpResponseMessage> PostAsync(Role role, string path, params (string Name, string Value)[] form) => As(role).PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), Stop);

    /// <summary>The page that a refused form is answered with.</summary>
    internal async Task<(int Status, IDocument Page)> RefusedAsync(Role role, string path, params (string Name, string Value)[] form)
    {
        using var answer = await PostAsync(role, path, form);
        Assert.Null(answer.Headers.Location);
        return ((int)answer.StatusCode, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Stop), Stop));
    }
}
