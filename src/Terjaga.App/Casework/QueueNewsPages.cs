using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.Accounts;
using Terjaga.App.Accounts;

namespace Terjaga.App.Casework;

/// <summary>Tells an open queue that its rows may have changed (server-sent events, HTML Living Standard 9.2).</summary>
internal static class QueueNewsPages
{
    public const string Path = "/meja/antrean/kabar";

    /// <summary>Then the browser asks again, and whether its officer is still signed in is asked again too.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapQueueNews() => routes.MapGet(Path, Tell).For(Duty.ReadCases).ExcludeFromDescription();
    }

    private static ServerSentEventsResult<string> Tell(QueueNews news, TimeProvider clock, IHostApplicationLifetime life, HttpContext context)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(ListenAsync(news, clock, life.ApplicationStopping, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> ListenAsync(
        QueueNews news, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (began, known) = (clock.GetTimestamp(), "");
        while (clock.GetElapsedTime(began) < _longest && !stopping.IsCancellationRequested)
        {
            var number = await news.ReadAsync(cancellationToken);
            if (number != known)
                yield return new SseItem<string>(number);
            known = number;
            await Task.Delay(QueueNews.Pace, cancellationToken);
        }
    }
}
