using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Terjaga.App.Web;

/// <summary>The two languages of the desk, and how a reader's one is found.</summary>
internal static class Languages
{
    /// <summary>Name of the query value that changes the language, and of the cookie that remembers it.</summary>
    public const string Switch = "bahasa";

    public const string Indonesian = "id";

    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Indonesian, English];

    private static readonly TimeSpan _remembered = TimeSpan.FromDays(365);

    /// <summary>Language of the answer under way.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Indonesian;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddLanguages() => services.AddLocalization().Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Indonesian).AddSupportedCultures(Indonesian, English).AddSupportedUICultures(Indonesian, English);
            o.RequestCultureProviders = [new ReaderLanguage()];
            o.ApplyCurrentCultureToResponseHeaders = true;
        });
    }

    extension(IApplicationBuilder app)
    {
        public IApplicationBuilder UseLanguages() => app.UseRequestLocalization().Use((context, next) =>
        {
            if (IsVisit(context.Request) && ReaderLanguage.Chosen(context.Request) is { } chosen)
                Remember(context, chosen);
            return next(context);
        });
    }

    /// <summary>The same page in another language: path and all other query values stay.</summary>
    public static string SamePageIn(string language, HttpRequest request)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => pair.Key != Switch)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")))
        {
            { Switch, language },
        };
        return request.PathBase.Add(request.Path).ToUriComponent() + query;
    }

    /// <remarks>Fetch metadata (W3C) where the browser sends it: what a worker or another page loads by the way chooses nothing.</remarks>
    private static bool IsVisit(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is not [{ } mode] || mode == "navigate";

    private static void Remember(HttpContext context, string language) => context.Response.OnStarting(() =>
    {
        context.Response.Cookies.Append(Switch, language, new()
        {
            MaxAge = _remembered,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
        });
        return Task.CompletedTask;
    });
}
