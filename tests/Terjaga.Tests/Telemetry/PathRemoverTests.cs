using System.Diagnostics;
using Terjaga.App.Telemetry;

namespace Terjaga.Tests.Telemetry;

public sealed class PathRemoverTests
{
    [Fact]
    public void A_trace_keeps_the_route_and_not_the_receipt()
    {
        using var remover = new PathRemover();
        using var activity = new Activity("request")
            .SetTag("http.route", "/api/reports/{receipt}")
            .SetTag("url.path", "/api/reports/ABCD")
            .SetTag("url.query", "?x=1")
            .SetTag("client.address", "192.0.2.1");

        remover.OnEnd(activity);

        Assert.Equal([new("http.route", "/api/reports/{receipt}")], activity.TagObjects);
    }
}
