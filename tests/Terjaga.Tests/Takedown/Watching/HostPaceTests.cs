using Microsoft.Extensions.Time.Testing;
using Terjaga.Takedown.Watching;

namespace Terjaga.Tests.Takedown.Watching;

public sealed class HostPaceTests
{
    [Fact]
    public void Of_many_looks_at_one_site_one_is_taken_in_each_gap_and_another_site_does_not_wait()
    {
        var clock = new FakeTimeProvider();
        var (pace, second) = (new HostPace(clock), TimeSpan.FromSeconds(1));

        Assert.Null(pace.WaitFor("a.example", second));
        for (var other = 0; other < 100; other++)
            Assert.InRange(pace.WaitFor("a.example", second)!.Value, second, 33 * second);
        Assert.Null(pace.WaitFor("b.example", second));

        clock.Advance(second);
        Assert.Null(pace.WaitFor("a.example", second));
        Assert.NotNull(pace.WaitFor("a.example", second));
    }

    [Fact]
    public void Without_a_gap_nobody_waits()
    {
        var pace = new HostPace(new FakeTimeProvider());
        Assert.Null(pace.WaitFor("a.example", TimeSpan.Zero));
        Assert.Null(pace.WaitFor("a.example", TimeSpan.Zero));
    }
}
