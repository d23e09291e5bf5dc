using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Terjaga.Tests.Rules;

public sealed class ApiRulesTests(SharedDesk shared)
{
    private static readonly JsonSerializerOptions _readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_calls_that_others_rely_on_are_those_that_were_approved()
    {
        var document = JsonNode.Parse(await shared.Desk.ReadAsync("/openapi/v1.json"))!.AsObject();
        Assert.Contains("/api/reports", document["paths"]!.AsObject().Select(path => path.Key));

        ApprovedText.Check("tests/Terjaga.Tests/Approved/openapi.json", Readable(document));
    }

    [Fact]
    public void A_planted_change_of_a_call_is_seen() => Assert.NotEqual(
        Readable(JsonNode.Parse("""{"paths":{"/api/reports":{"post":{}}}}""")!.AsObject()),
        Readable(JsonNode.Parse("""{"paths":{"/api/reports":{"put":{}}}}""")!.AsObject()));

    /// <summary>Without what differs from run to run: the port of the test, and the endpoints that the shared desk adds.</summary>
    private static string Readable(JsonObject document)
    {
        string[] ofTests = ["/api/formulir", "/api/catatan", "/api/gagal", "/gagal", "/api/basis-data", "/basis-data"];
        document.Remove("servers");
        foreach (var path in ofTests)
            document["paths"]!.AsObject().Remove(path);
        document["components"]?["schemas"]?.AsObject().Remove("Note");
        return document.ToJsonString(_readable) + "\n";
    }
}
