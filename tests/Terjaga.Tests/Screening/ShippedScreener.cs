using System.Text.Json;
using Terjaga.Screening;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Model;

namespace Terjaga.Tests.Screening;

/// <summary>The engine as it is shipped, and the texts of the project's corpus.</summary>
internal static class ShippedScreener
{
    private static string Data { get; } = Path.Combine(SharedFolder.Root, "data");

    public static Catalogue Catalogue { get; } = ScreeningArea.ReadCatalogue(Data);

    public static Gazetteer Gazetteer { get; } = ScreeningArea.ReadGazetteer(Data);

    public static LinearModel Model { get; } =
        ScreeningArea.ReadModel(Path.Combine(Data, ScreeningArea.ModelFileName)) ?? throw new InvalidOperationException("No model is shipped.");

    public static Screener WithModel { get; } = new(Catalogue, Gazetteer, Model);

    public static Screener RulesAlone { get; } = new(Catalogue, Gazetteer);

    public static IReadOnlyList<string> Texts { get; } = [.. Directory.GetFiles(Path.Combine(Data, "corpus"), "*.jsonl")
        .Order(StringComparer.Ordinal).SelectMany(file => Rows(file)).Select(row => row.GetProperty("text").GetString()!)];

    public static IEnumerable<JsonElement> Rows(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}
