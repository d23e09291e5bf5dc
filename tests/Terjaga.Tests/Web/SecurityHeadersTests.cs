namespace Terjaga.Tests.Web;

public sealed class SecurityHeadersTests(SharedDesk shared)
{
    [Fact]
    public async Task Every_answer_carries_the_headers_also_an_error_and_a_file()
    {
        var desk = shared.Desk;

        foreach (var path in new[] { "/", "/style.css", "/tidak-ada", "/api/tidak-ada", "/api/gagal", "/health/live" })
        {
            using var response = await desk.GetAsync(path);
            var script = response.Content.Headers.ContentType?.MediaType == "text/html" ? "script-src 'self'; worker-src 'self'; manifest-src 'self'; " : "";
            Assert.Equal(
                $"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; {script}frame-ancestors 'none'",
                Header(response, "Content-Security-Policy"));
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
            Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task A_page_stays_in_no_cache_and_the_style_sheet_for_ever()
    {
        var desk = shared.Desk;

        using var page = await desk.GetAsync("/");
        using var style = await desk.GetAsync("/style.css");

        Assert.Equal("no-store", Header(page, "Cache-Control"));
        Assert.Equal("public, max-age=31536000, immutable", Header(style, "Cache-Control"));
    }

    [Fact]
    public async Task Behind_a_proxy_of_this_machine_https_is_demanded()
    {
        var desk = shared.Desk;

        using var response = await desk.SendAsync(HttpMethod.Get, "/", null, "X-Forwarded-Proto: https");

        Assert.StartsWith("max-age=63072000", Header(response, "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
