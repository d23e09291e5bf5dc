using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using MimeKit;
using Terjaga.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Notices;

public sealed class XarfTests
{
    private static readonly MailboxAddress _from = MailboxAddress.Parse("desk@terjaga.example");

    private static string Samples => SharedFolder.Require("standards/xarf/samples");

    [Theory]
    [InlineData("https://situs.example/a")]
    [InlineData("http://203.0.113.7:8080/a?b=%0d%0aBcc:%20x")]
    [InlineData("https://xn--bcher-kva.example/%E2%80%AEgpj")]
    public void A_report_of_ours_keeps_to_the_published_schema_and_is_read_back(string url)
    {
        foreach (var reason in new[] { "Visa turis.", SampleNotice.Hostile, "" })
        {
            var notice = SampleNotice.Of(reason, url);
            var bytes = XarfReport.ToJson(notice, notice.Orders[0], _from);

            Assert.True(Schema().Evaluate(JsonDocument.Parse(bytes).RootElement, new EvaluationOptions { RequireFormatValidation = true }).IsValid, Encoding.UTF8.GetString(bytes));
            var read = Expect.Value(Xarf.Read(bytes));
            Assert.Equal(("content", "fraud", url, 4), (read.Category, read.Type, read.Url, read.ReportId.Version));
            Assert.Equal("employment", (string?)JsonNode.Parse(bytes)!["fraud_type"]);
            Assert.DoesNotContain("_internal", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.Equal(bytes, XarfReport.ToJson(notice, notice.Orders[0], _from));
        }
    }

    [Fact]
    public void A_planted_fault_breaks_the_schema()
    {
        var notice = SampleNotice.Of();
        var report = JsonNode.Parse(XarfReport.ToJson(notice, notice.Orders[0], _from))!;
        report["fraud_type"] = "job";

        Assert.False(Schema().Evaluate(JsonSerializer.SerializeToElement(report)).IsValid);
    }

    [Fact]
    public void Every_published_sample_is_read()
    {
        var files = Directory.GetFiles(Path.Combine(Samples, "v4"), "*.json");

        Assert.All(files, file => Expect.Value(Xarf.Read(File.ReadAllBytes(file))));
        Assert.InRange(files.Length, 20, 100);
    }

    [Theory]
    [InlineData("business_rule_violations/messaging_missing_protocol.json", "xarf.rule-broken")]
    [InlineData("malformed_data/invalid_json.json", "xarf.not-json")]
    [InlineData("missing_fields/missing_reporter.json", "xarf.reporter-missing")]
    [InlineData("schema_violations/invalid_class.json", "xarf.category-unknown")]
    [InlineData("schema_violations/missing_xarf_version.json", "xarf.version-missing")]
    public void Every_published_invalid_sample_is_refused_by_its_own_code(string file, string code) =>
        Expect.Problem(code, Xarf.Read(File.ReadAllBytes(Path.Combine(Samples, "invalid", file))));

    [Theory]
    [InlineData("xarf_version", "3.0.0", "xarf.version-unknown")]
    [InlineData("xarf_version", "4.2", "xarf.version-unknown")]
    [InlineData("report_id", "", "xarf.field-missing")]
    [InlineData("report_id", "satu", "xarf.field-invalid")]
    [InlineData("timestamp", "kemarin", "xarf.field-invalid")]
    [InlineData("type", "fraudulent", "xarf.type-unknown")]
    [InlineData("url", "", "xarf.rule-broken")]
    [InlineData("url", "bukan alamat", "xarf.field-invalid")]
    [InlineData("reporter", "kami", "xarf.reporter-missing")]
    public void What_breaks_a_rule_is_refused(string field, string value, string code)
    {
        var notice = SampleNotice.Of();
        var report = JsonNode.Parse(XarfReport.ToJson(notice, notice.Orders[0], _from))!;
        report[field] = value;

        Expect.Problem(code, Xarf.Read(JsonSerializer.SerializeToUtf8Bytes(report)));
    }

    [Fact]
    public void What_is_too_large_too_deep_no_object_or_no_Unicode_is_refused()
    {
        Expect.Problem("xarf.too-large", Xarf.Read(new byte[Xarf.MaxBytes + 1]));
        Expect.Problem("xarf.not-json", Xarf.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))));
        Expect.Problem("xarf.not-json", Xarf.Read("[]"u8.ToArray()));
        Expect.Problem("xarf.not-json", Xarf.Read("{\"xarf_version\":\"\\ud800\"}"u8.ToArray()));
    }

    private static JsonSchema Schema() => _schema.Value;

    private static readonly Lazy<JsonSchema> _schema = new(() =>
    {
        var folder = SharedFolder.Require("standards/xarf/schemas/v4");
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        JsonSchema Build(string file) => JsonSchema.FromText(File.ReadAllText(Path.Combine(folder, file)), options);
        options.SchemaRegistry.Register(Build("xarf-core.json"));
        options.SchemaRegistry.Register(Build("types/content-base.json"));
        return Build("types/content-fraud.json");
    });
}
