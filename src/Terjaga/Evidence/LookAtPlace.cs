using Terjaga.Common.Http;
using Terjaga.Evidence.Browsing;

namespace Terjaga.Evidence;

/// <summary>Visits a place, with a browser where there is one; stores nothing.</summary>
internal sealed class LookAtPlace(GuardedClient client, PageBrowser browser)
{
    public bool CanDraw => browser.IsOn;

    /// <param name="withPicture">False where only the answer of the site counts.</param>
    public async Task<SeenPlace> RunAsync(WebAddress address, bool withPicture, CancellationToken cancellationToken)
    {
        var look = withPicture && browser.IsOn ? await browser.LookAsync(address, cancellationToken) : null;
        var (outcome, parts) = look is { Way.Count: > 0 } ? Land(look, address) : (await VisitAsync(look, address, cancellationToken), []);
        var isAnswer = outcome.StatusCode is >= 200 and < 300;
        var text = look?.Words is { } words ? PageText.Trim(words)
            : isAnswer ? await PageReader.WordsAsync(outcome.Body, outcome.MediaType, cancellationToken)
            : null;
        return new SeenPlace(outcome, parts, look?.Picture, look?.Code, isAnswer ? text : null);
    }

    /// <summary>The outcome is the first page that the address led to, wherever its scripts go from there.</summary>
    private static (FetchOutcome Outcome, IReadOnlyList<Exchange> Parts) Land(PageLook look, WebAddress address)
    {
        var steps = look.Way.TakeWhile(step => step.Next is not null && step.Code is null).Count() + 1;
        return (FetchOutcome.Of([.. look.Way.Take(steps)], address), [.. look.Way.Skip(steps), .. look.Parts]);
    }

    /// <summary>Where the browser did not come to the page, its answer is read all the same; a site that let the browser wait for ever is not waited for again.</summary>
    private Task<FetchOutcome> VisitAsync(PageLook? look, WebAddress address, CancellationToken cancellationToken) =>
        look?.Code == PageLook.Timeout
            ? Task.FromResult(FetchOutcome.Of([Exchange.Failed(client.Now, address.ToUri(), [], "fetch.timeout")], address))
            : client.FetchAsync(address, cancellationToken);
}
