using System.Net;

namespace Terjaga.Tests.Health;

public sealed class HealthTests(SharedDesk shared)
{
    [Fact]
    public async Task A_desk_that_serves_pages_lives()
    {
        var desk = shared.Desk;

        using var response = await desk.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(
            "{\"status\":\"healthy\",\"reasons\":[]}",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
