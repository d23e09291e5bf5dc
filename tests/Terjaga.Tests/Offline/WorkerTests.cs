using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.Accounts;
using Terjaga.App.Offline;

namespace Terjaga.Tests.Offline;

public sealed class WorkerTests(OfficersDesk officers) : IClassFixture<OfficersDesk>
{
    private const string Scripted = "script-src 'self'; worker-src 'self'; manifest-src 'self'; ";

    /// <summary>A script that everybody can read before they trust it.</summary>
    private const int MaxLines = 80;

    [Fact]
    public async Task The_worker_is_asked_for_anew_at_every_visit_and_may_ask_this_desk_only()
    {
        using var answer = await officers.Desk.GetAsync("/sw.js");

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Contains("default-src 'none'; ", Policy(answer), StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'; ", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_is_short_and_leaves_the_desk_apart()
    {
        var script = await officers.Desk.ReadAsync("/sw.js");

        Assert.InRange(script.Split('\n').Length, 10, MaxLines);
        Assert.Equal("/meja", (string?)Kept(script)["apart"]);
    }

    [Fact]
    public async Task Whatever_the_worker_says_that_it_keeps_is_there_and_is_guarded_as_online()
    {
        var kept = Kept(await officers.Desk.ReadAsync("/sw.js"));

        foreach (var address in kept["files"]!.AsArray().Append(kept["pages"]).Append(kept["instead"]))
        {
            using var answer = await officers.Desk.GetAsync((string)address!);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        using var lessons = await officers.Desk.GetAsync("/pelajaran");
        Assert.Equal(Policy(lessons), (string?)kept["headers"]!["Content-Security-Policy"]);
        Assert.Equal(lessons.Content.Headers.ContentType?.ToString(), (string?)kept["headers"]!["Content-Type"]);
    }

    [Fact]
    public void A_new_content_of_the_pages_is_a_new_version_of_the_store()
    {
        var before = Kept(Worker.Write(new(false, [], "one")));
        var after = Kept(Worker.Write(new(false, [], "two")));

        Assert.NotEqual((string?)before["version"], (string?)after["version"]);
        Assert.Equal((string?)before["version"], (string?)Kept(Worker.Write(new(false, [], "one")))["version"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/cek")]
    [InlineData("/pelajaran")]
    [InlineData("/tidak-ada")]
    public async Task A_public_page_can_be_installed_and_may_run_our_own_script(string path)
    {
        using var answer = await officers.Desk.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(Scripted, Policy(answer), StringComparison.Ordinal);
        Assert.Contains("<link rel=\"manifest\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/meja/tidak-ada")]
    [InlineData("/meja/perkara/tidak-ada")]
    [InlineData("/cek/kotak")]
    public async Task A_page_that_is_none_and_the_box_for_other_sites_have_no_script_and_may_run_none(string path)
    {
        using var answer = await officers.As(Role.Kp2miApprover).GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<html", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("rel=\"manifest\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("worker-src", Policy(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/meja")]
    [InlineData("/meja/kerja")]
    public async Task A_page_of_the_desk_has_its_own_script_and_is_kept_by_no_device(string path)
    {
        using var answer = await officers.As(Role.Kp2miApprover).GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, page.Split("<script src=\"/desk.js?").Length);
        Assert.Equal(2, page.Split("<script").Length);
        Assert.DoesNotContain("rel=\"manifest\"", page, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", Policy(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("worker-src", Policy(answer), StringComparison.Ordinal);
    }

    private static JsonNode Kept(string script)
    {
        const string start = "const kept = ";
        Assert.StartsWith(start, script, StringComparison.Ordinal);
        return JsonSerializer.Deserialize<JsonNode>(script.Split('\n')[0][start.Length..^1])!;
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
}
