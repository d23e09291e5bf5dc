namespace Terjaga.App.Web;

/// <summary>Tells a program's call from a person's page.</summary>
internal static class ApiRequests
{
    extension(HttpRequest request)
    {
        /// <summary>Whether the answer is for a program: JSON, not a page.</summary>
        public bool IsApi =>
            request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal)
            || request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
    }
}
