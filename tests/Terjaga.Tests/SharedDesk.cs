using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Terjaga.Tests;

[assembly: AssemblyFixture(typeof(SharedDesk))]

namespace Terjaga.Tests;

/// <summary>One desk for all tests that only read, with endpoints that fail in every way an endpoint can.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    private RunningDesk? _desk;

    internal RunningDesk Desk => _desk ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _desk = await RunningDesk.StartAsync(app =>
    {
        app.MapPost("/api/formulir", () => "ok");
        app.MapPost("/api/catatan", (Note note) => note.Text);
        app.MapGet("/api/gagal", string () => throw new InvalidOperationException("planted"));
        app.MapGet("/gagal", string () => throw new InvalidOperationException("planted"));
        app.MapGet("/api/basis-data", string () => throw new InvalidOperationException("around", new SqliteException("away", 14)));
        app.MapGet("/basis-data", string () => throw new SqliteException("away", 14));
    });

    public ValueTask DisposeAsync() => Desk.DisposeAsync();

    private sealed record Note(string Text);
}
