using System.Diagnostics;
using OpenTelemetry;

namespace Terjaga.App.Telemetry;

/// <summary>Takes out of a trace where a request led, since a path may hold a receipt and a query what a person typed.</summary>
internal sealed class PathRemover : BaseProcessor<Activity>
{
    private static readonly string[] _paths =
        ["url.path", "url.query", "url.full", "http.target", "http.url", "client.address", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in _paths)
            data.SetTag(tag, null);
    }
}
