using Terjaga.Common.Http;
using Terjaga.Evidence.Browsing;

namespace Terjaga.Evidence;

/// <summary>Visits a place, with a browser where there is one; stores nothing.</summary>
internal sealed class LookAtPlace(GuardedClient client, PageBrowser browser)
{
    /// <param name="withPicture">False where only the answer of the site counts.</param>
    public async Task<SeenPlace> RunAsync(WebAddress address, bool withPicture, CancellationToken cancellationToken)
    {
        var look = withPicture && browser.IsOn ? await browser.LookAsync(address, cancellationToken) : null;
        // Where the browser did not come to the page, its answer is read all the same.
        var outcome = look is { Way.Count: > 0 }
            ? FetchOutcome.Of(look.Way, address)
            : await client.FetchAsync(address, cancellationToken);
        var isAnswer = outcome.StatusCode is >= 200 and < 300;
        var text = look?.Words is { } words ? PageText.Trim(words)
            : isAnswer ? await PageText.ReadAsync(outcome.Body, outcome.MediaType, cancellationToken)
            : null;
        return new SeenPlace(outcome, look?.Parts ?? [], look?.Picture, look?.Code, isAnswer ? text : null);
    }
}
