using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Terjaga.Casework;
using Terjaga.Registry.Asking;
using Terjaga.Screening;

namespace Terjaga.App.Cli;

/// <summary>The official lists of a desk, asked from the command line.</summary>
internal sealed class CliLists : IAsyncDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly WebApplication _app;

    private readonly AsyncServiceScope _scope;

    private CliLists(WebApplication app) => (_app, _scope) = (app, app.Services.CreateAsyncScope());

    /// <summary>Null where there is no desk, said on standard error.</summary>
    public static async Task<CliLists?> OpenAsync(string data, CancellationToken cancellationToken)
    {
        var app = DeskFolder.Build(data);
        if (!await DeskFolder.IsMissingAsync(app))
        {
            var lists = new CliLists(app);
            await lists._scope.ServiceProvider.GetRequiredService<AskRegistry>().PrepareAsync(cancellationToken);
            return lists;
        }

        await app.DisposeAsync();
        return null;
    }

    /// <summary>Nobody was asked about any company.</summary>
    public static JsonArray NotChecked(ScreeningResult seen) =>
        [.. seen.Entities.Agencies.Select(agency => new JsonObject { ["agency"] = agency, ["state"] = "not-checked" })];

    public async Task<JsonNode?> AskAsync(string text, ScreeningResult seen, CancellationToken cancellationToken)
    {
        var answer = await _scope.ServiceProvider.GetRequiredService<AskRegistry>().RunAsync(OfferQuestion.Of(text, seen), cancellationToken);
        return JsonSerializer.SerializeToNode(answer.Agencies, _json);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
    }
}
