using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Screen;

/// <summary>A part of the run that this machine may not be able to do: its value, or why there is none.</summary>
internal sealed record Part<T>(T? Value, string? Why)
    where T : class;

/// <summary>Runs a part, so that a peer that is missing or fails leaves out its own figures only.</summary>
internal static class Part
{
    public static async Task<Part<T>> TryAsync<T>(Func<Task<T>> run)
        where T : class
    {
        try
        {
            return new Part<T>(await run(), null);
        }
        catch (Exception exception) when (exception is MissingPartException or InvalidOperationException)
        {
            Progress.Say(exception.Message);
            return new Part<T>(null, "left out: " + exception.Message);
        }
    }

    /// <summary>The figures of a part, or the sentence that says why there are none.</summary>
    public static async Task<JsonNode> JsonAsync(Func<Task<JsonObject>> run)
    {
        var part = await TryAsync(run);
        return part.Why ?? (JsonNode)part.Value!;
    }
}
