using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.Screening;

namespace Terjaga.App.Screening;

/// <summary>The page on which an officer tries a text and sees every point of its score.</summary>
internal static class ScreeningPages
{
    private const string Path = "/meja/saring";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapScreeningPages()
        {
            routes.MapGet(Path, (SignedIn by) => Show(by, null, null)).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Path, Try).For(Duty.ReadCases).ExcludeFromDescription();
        }
    }

    /// <remarks>Nothing is stored: the text is read, answered and forgotten.</remarks>
    private static RazorComponentResult<TryTextPage> Try(SignedIn by, [FromForm] string? teks, Screener screener) =>
        Show(by, teks, string.IsNullOrWhiteSpace(teks) ? null : screener.Screen(teks));

    private static RazorComponentResult<TryTextPage> Show(SignedIn by, string? text, ScreeningResult? result) =>
        new(new { by.Officer, Text = text, Result = result });
}
