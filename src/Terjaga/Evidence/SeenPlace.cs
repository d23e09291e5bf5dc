using Terjaga.Common.Http;

namespace Terjaga.Evidence;

/// <summary>What one look at a place brought, before it is kept.</summary>
/// <param name="Outcome">What came of the visit itself.</param>
/// <param name="Parts">What the page asked for beside itself; empty where no browser showed it.</param>
/// <param name="Picture">The whole page as PNG or JPEG; null where there is none.</param>
/// <param name="PictureCode">Why there is no picture, see <see cref="Browsing.PageLook"/>; null where there is one or none was wanted.</param>
/// <param name="Text">The words that a visitor reads; null where there are none.</param>
internal sealed record SeenPlace(
    FetchOutcome Outcome, IReadOnlyList<Exchange> Parts, byte[]? Picture, string? PictureCode, string? Text);
