namespace Terjaga.EndToEnd;

/// <summary>One desk, without demonstration, for all who only look at its public pages.</summary>
public sealed class QuietDesk : IAsyncLifetime
{
    private readonly DeskProcess _desk = new();

    public Uri Address => _desk.Address;

    public async ValueTask InitializeAsync() => await _desk.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
