namespace Terjaga.EndToEnd;

/// <summary>One demonstration desk for all who only ask; it keeps nothing of what they ask.</summary>
public sealed class DemoDesk : IAsyncLifetime
{
    private readonly DeskProcess _desk = new(new Dictionary<string, string> { ["Demo"] = "true", ["PublicUrl"] = "https://cek.terjaga.example" });

    public Uri Address => _desk.Address;

    public string Data => _desk.Data;

    public async ValueTask InitializeAsync() => await _desk.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
