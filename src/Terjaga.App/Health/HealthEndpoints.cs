using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Terjaga.App.Health;

/// <summary>Says whether this process lives, and whether it can serve, with the reasons where it cannot.</summary>
internal static class HealthEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapHealth()
        {
            routes.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync });
            routes.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync });
        }
    }

    /// <remarks>Only what a check says of itself: an exception may hold an address or a password.</remarks>
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Answer(
            report.Status.ToString().ToLowerInvariant(),
            [.. from entry in report.Entries
                where entry.Value.Status != HealthStatus.Healthy
                select new Reason(entry.Key, entry.Value.Status.ToString().ToLowerInvariant(), entry.Value.Description)]),
        context.RequestAborted);

    private sealed record Answer(string Status, IReadOnlyList<Reason> Reasons);

    private sealed record Reason(string Check, string Status, string? Text);
}
