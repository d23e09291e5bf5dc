using System.Net;
using System.Text;
using System.Text.Json;
using Terjaga.App;

namespace Terjaga.Tests.Errors;

public sealed class ErrorAnswersTests(SharedDesk shared)
{
    [Theory]
    [InlineData("POST", "/api/catatan", "application/json", "{", 400, "request.malformed")]
    [InlineData("POST", "/api/catatan", "application/json", "[1]", 400, "request.malformed")]
    [InlineData("POST", "/api/catatan", "text/csv", "a", 415, "media-type.unsupported")]
    [InlineData("GET", "/api/catatan", null, null, 405, "method.not-allowed")]
    [InlineData("GET", "/api/tidak-ada", null, null, 404, "route.unknown")]
    public async Task A_call_that_nobody_can_serve_gets_a_stable_code(
        string method, string path, string? type, string? body, int status, string code)
    {
        var desk = shared.Desk;
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, type!);

        using var response = await desk.SendAsync(HttpMethod.Parse(method), path, content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await ReadAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_body_over_the_limit_is_too_large()
    {
        var desk = shared.Desk;
        using var content = new StringContent(
            $$"""{"text":"{{new string('a', DeskHost.MaxRequestBytes)}}"}""", Encoding.UTF8, "application/json");

        using var response = await desk.SendAsync(HttpMethod.Post, "/api/catatan", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("request.too-large", (await ReadAsync(response)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("id", "Halaman ini tidak ada")]
    [InlineData("en-GB,en;q=0.8", "There is no such page")]
    [InlineData("fr,en;q=0.5,id;q=0.4", "There is no such page")]
    [InlineData("fr", "Halaman ini tidak ada")]
    public async Task The_sentence_of_a_problem_follows_the_language_of_the_caller(string accepted, string sentence)
    {
        var desk = shared.Desk;

        using var response = await desk.SendAsync(HttpMethod.Get, "/api/x", null, $"Accept-Language: {accepted}");

        Assert.StartsWith(sentence, (await ReadAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_shows_a_number_to_ask_with_and_nothing_else()
    {
        var desk = shared.Desk;

        using var call = await desk.GetAsync("/api/gagal");
        using var page = await desk.GetAsync("/gagal");

        Assert.Equal(HttpStatusCode.InternalServerError, call.StatusCode);
        var problem = await ReadAsync(call);
        Assert.Equal("desk.failed", problem.GetProperty("code").GetString());
        Assert.Equal(20, problem.GetProperty("incident").GetString()!.Length);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        foreach (var text in new[] { problem.ToString(), await TextAsync(page) })
        {
            Assert.DoesNotContain("planted", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/api/basis-data")]
    [InlineData("/basis-data")]
    public async Task A_database_that_is_away_is_said_to_be_away_for_now(string path)
    {
        var desk = shared.Desk;

        using var response = await desk.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), response.Headers.RetryAfter?.Delta);
        Assert.Contains("desk.unavailable", await TextAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_page_is_a_friendly_page()
    {
        var desk = shared.Desk;

        using var response = await desk.GetAsync("/tidak-ada");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Halaman ini tidak ada", await TextAsync(response), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await TextAsync(response));
        return document.RootElement.Clone();
    }

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
