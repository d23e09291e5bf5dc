using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Terjaga.Tests.Screening;

public sealed class CatalogueSchemaTests
{
    private static readonly string _folder = Path.Combine(SharedFolder.Root, "data", "signals");

    private static readonly JsonSchema _schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(_folder, "catalogue.schema.json")));

    [Fact]
    public void The_catalogue_keeps_to_its_schema() => Assert.True(IsValid(Read()));

    [Fact]
    public void A_planted_fault_breaks_the_schema()
    {
        var unknown = Read();
        unknown["signals"]![0]!["weight"] = 7;
        var wrong = Read();
        wrong["combinations"]![0]!["points"] = 9;

        Assert.False(IsValid(unknown));
        Assert.False(IsValid(wrong));
    }

    private static JsonNode Read() => JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "catalogue.json")))!;

    private static bool IsValid(JsonNode catalogue) =>
        _schema.Evaluate(JsonSerializer.SerializeToElement(catalogue)).IsValid;
}
