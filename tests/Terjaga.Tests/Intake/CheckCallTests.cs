using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.App.Intake.Checking;
using Terjaga.Screening;
using Terjaga.Tests.Screening;

namespace Terjaga.Tests.Intake;

public sealed class CheckCallTests
{
    [Fact]
    public async Task Every_shared_post_is_answered_over_http_as_at_the_command_line()
    {
        var posts = await File.ReadAllLinesAsync(SharedFolder.Require("data/posts/posts.jsonl"), TestContext.Current.CancellationToken);
        await using var desk = await RunningDesk.StartWholeAsync();
        var differing = new List<string>();
        foreach (var (post, number) in posts.Select((line, number) => (JsonNode.Parse(line)!["text"]!.GetValue<string>(), number)))
        {
            // Each from an address of its own, as the rate of one line is limited.
            using var answer = await desk.SendAsync(
                HttpMethod.Post, "/api/check", JsonContent.Create(new { text = post }), $"X-Forwarded-For: 203.0.{number / 250}.{(number % 250) + 1}");
            var over = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
            var here = JsonSerializer.SerializeToNode(ShippedScreener.WithModel.Screen(post.Trim()), ScreeningJson.Default.ScreeningResult)!.AsObject();
            if (here.Any(field => !JsonNode.DeepEquals(field.Value, over![field.Key])))
                differing.Add($"{number}: {(int)answer.StatusCode}");
        }

        Assert.NotEmpty(posts);
        Assert.Empty(differing);
    }

    [Fact]
    public async Task Bad_input_has_a_code()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        foreach (var (json, status, code) in new[]
        {
            ("""{"text":""}""", 422, "check.empty"), ("""{"text":"a\u0000b"}""", 422, "text.invalid"), ("{", 400, "request.malformed"),
        })
        {
            using var answer = await desk.SendAsync(HttpMethod.Post, "/api/check", new StringContent(json, null, "application/json"));

            Assert.Equal(status, (int)answer.StatusCode);
            Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_line_that_asks_too_often_and_an_unknown_key_are_refused()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        using var unknown = await desk.SendAsync(HttpMethod.Post, "/api/check", JsonContent.Create(new { text = "halo" }), CheckCalls.KeyHeader + ": tjg_00");
        Assert.Equal(401, (int)unknown.StatusCode);

        var last = 200;
        for (var i = 0; i <= CheckRates.MaxAMinute * 2 && last == 200; i++)
        {
            using var answer = await desk.SendAsync(HttpMethod.Post, "/api/check", JsonContent.Create(new { text = "halo" }));
            last = (int)answer.StatusCode;
        }

        Assert.Equal(429, last);
    }
}
