using Terjaga.App.Errors;

namespace Terjaga.App.Web;

/// <summary>Refuses a form that another site sends in a visitor's name, by what the browser itself says of its origin.</summary>
/// <remarks>
/// Fetch metadata (W3C) where the browser sends it, else the origin (RFC 6454) against our host. A program that is no
/// browser sends neither and passes: it has no visitor's cookies to abuse.
/// </remarks>
internal static class CrossSiteGuard
{
    public const string Code = "request.cross-site";

    extension(IApplicationBuilder app)
    {
        public IApplicationBuilder UseCrossSiteGuard() => app.Use((context, next) =>
            IsForged(context.Request)
                ? ProblemAnswers.For(context.Request, new Problem(Code)).ExecuteAsync(context)
                : next(context));
    }

    private static bool IsForged(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return false;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
            return site is not ("same-origin" or "none");
        return request.Headers.Origin is [{ } origin]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
