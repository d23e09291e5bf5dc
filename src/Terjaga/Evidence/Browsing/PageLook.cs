using Terjaga.Common.Http;

namespace Terjaga.Evidence.Browsing;

/// <summary>What a browser showed of a page.</summary>
/// <param name="Way">The steps that the page itself took; empty where the browser did not come to it.</param>
/// <param name="Parts">What the page asked for beside itself: pictures, styles, frames.</param>
/// <param name="Picture">The whole page as PNG or JPEG; null where there is none.</param>
/// <param name="Words">What a visitor could read; null where there is no picture.</param>
/// <param name="Code">
/// Why there is no picture, null where there is one: <c>browser.missing</c>, <c>browser.failed</c>, <c>browser.no-answer</c>
/// (of the site), <c>browser.timeout</c> or <c>browser.too-much-memory</c>.
/// </param>
internal sealed record PageLook(
    IReadOnlyList<Exchange> Way, IReadOnlyList<Exchange> Parts, byte[]? Picture, string? Words, string? Code)
{
    public const string Timeout = "browser.timeout";
}
