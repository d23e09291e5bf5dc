using Terjaga.Tests;

[assembly: AssemblyFixture(typeof(WholeDesk))]

namespace Terjaga.Tests;

/// <summary>One whole desk, with database and workers, for all tests that leave nothing behind that another would trip over.</summary>
public sealed class WholeDesk : IAsyncLifetime
{
    private RunningDesk? _desk;

    internal RunningDesk Desk => _desk ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _desk = await RunningDesk.StartWholeAsync();

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
