using Microsoft.AspNetCore.Localization;

namespace Terjaga.App.Web;

/// <summary>
/// Finds a reader's language: what they chose now, what they chose before, else Indonesian; a program is given what it asks for.
/// </summary>
/// <remarks>
/// A page does not follow the browser's language: many phones in Indonesia are set to English though their owner reads
/// Indonesian better, and the switch stands at the head of every page.
/// </remarks>
internal sealed class ReaderLanguage : IRequestCultureProvider
{
    public Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var language = Chosen(request) ?? Known(request.Cookies[Languages.Switch]) ?? (request.IsApi ? Asked(request) : null);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(language));
    }

    /// <summary>The language that the link just followed asks for; null if it asks for none.</summary>
    public static string? Chosen(HttpRequest request) => Known(request.Query[Languages.Switch]);

    private static string? Known(string? language) => language is Languages.Indonesian or Languages.English ? language : null;

    /// <remarks>RFC 9110 section 12.5.4; <c>in</c> is how old Android still spells Indonesian.</remarks>
    private static string? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is null or > 0)
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => Known(asked.Value.Value?.Split('-')[0].Replace("in", Languages.Indonesian, StringComparison.Ordinal)))
        .FirstOrDefault(language => language is not null);
}
