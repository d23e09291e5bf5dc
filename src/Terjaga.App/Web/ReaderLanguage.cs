using Microsoft.AspNetCore.Localization;

namespace Terjaga.App.Web;

/// <summary>
/// Finds a reader's language: what they chose now, what they chose before, then what their browser asks for.
/// </summary>
/// <remarks>
/// Many phones in Indonesia are set to English though their owner reads Indonesian better. A page therefore follows the
/// browser only where it asks for English first and names no Indonesian at all; a call to the API is followed to the letter.
/// </remarks>
internal sealed class ReaderLanguage : IRequestCultureProvider
{
    public Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var language = Chosen(request) ?? Known(request.Cookies[Languages.Switch]) ?? Asked(request);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language));
    }

    /// <summary>The language that the link just followed asks for; null if it asks for none.</summary>
    public static string? Chosen(HttpRequest request) => Known(request.Query[Languages.Switch]);

    private static string? Known(string? language) => language is Languages.Indonesian or Languages.English ? language : null;

    private static string? Asked(HttpRequest request)
    {
        var languages = request.GetTypedHeaders().AcceptLanguage
            .Where(l => l.Quality is null or > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value?.Split('-')[0] switch
            {
                Languages.English => Languages.English,
                Languages.Indonesian or "in" => Languages.Indonesian,
                _ => null,
            }).ToList();
        if (request.IsApi)
            return languages.Find(l => l is not null);
        return languages is [Languages.English, ..] && !languages.Contains(Languages.Indonesian) ? Languages.English : null;
    }
}
