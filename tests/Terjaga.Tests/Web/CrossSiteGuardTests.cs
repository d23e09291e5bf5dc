using System.Net;

namespace Terjaga.Tests.Web;

public sealed class CrossSiteGuardTests(SharedDesk shared)
{
    [Theory]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Origin: https://elsewhere.example")]
    [InlineData("Origin: null")]
    public async Task A_form_that_another_site_sends_is_refused(string header)
    {
        var desk = shared.Desk;

        using var response = await desk.SendAsync(HttpMethod.Post, "/api/formulir", null, header);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: same-origin")]
    [InlineData("Sec-Fetch-Site: none")]
    [InlineData("Accept: text/html")]
    public async Task A_form_of_our_own_and_a_program_pass(string header)
    {
        var desk = shared.Desk;

        using var response = await desk.SendAsync(HttpMethod.Post, "/api/formulir", null, header);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_sends_only_its_origin_passes_where_that_is_ours()
    {
        var desk = shared.Desk;
        var ours = desk.Browser.BaseAddress!.GetLeftPart(UriPartial.Authority);

        using var response = await desk.SendAsync(HttpMethod.Post, "/api/formulir", null, $"Origin: {ours}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
