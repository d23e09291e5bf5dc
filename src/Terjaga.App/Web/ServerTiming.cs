using System.Diagnostics;
using System.Globalization;

namespace Terjaga.App.Web;

/// <summary>Tells on every page and call of the desk how long the server took (Server Timing, W3C), so that a slow one can be told from a slow line.</summary>
/// <remarks>Only below the desk of the officers and their calls on cases: a stranger is told nothing about our work.</remarks>
internal static class ServerTiming
{
    private const string Cases = "/api/cases";

    extension(IApplicationBuilder app)
    {
        public IApplicationBuilder UseServerTiming() => app.UseWhen(
            context => context.Request.IsOfDesk || context.Request.Path.StartsWithSegments(Cases, StringComparison.Ordinal),
            branch => branch.Use((context, next) =>
            {
                var begun = Stopwatch.GetTimestamp();
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers["Server-Timing"] = string.Create(
                        CultureInfo.InvariantCulture, $"desk;dur={Stopwatch.GetElapsedTime(begun).TotalMilliseconds:F2}");
                    return Task.CompletedTask;
                });
                return next(context);
            }));
    }
}
