namespace Terjaga.App.Web;

/// <summary>Tells a program's call and an officer's page from a page for everyone.</summary>
internal static class ApiRequests
{
    /// <summary>Above all pages of officers.</summary>
    public const string Desk = "/meja";

    extension(HttpRequest request)
    {
        /// <summary>Whether the answer is for a program: JSON, not a page.</summary>
        public bool IsApi =>
            request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal)
            || request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

        /// <summary>Whether it is asked below the desk of the officers; also where no page is.</summary>
        public bool IsOfDesk => request.Path.StartsWithSegments(Desk, StringComparison.Ordinal);
    }
}
