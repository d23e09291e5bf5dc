using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Terjaga.Accounts;

namespace Terjaga.Tests.Rules;

public sealed class AuthorityRulesTests(StaffedDesk desk) : IClassFixture<StaffedDesk>
{
    /// <summary>Open to everybody, each for a reason.</summary>
    private static readonly string[] _public =
    [
        "POST /api/check", // a stranger asks; nothing is stored, and a limit of rate holds
        "POST /api/reports", // a stranger reports
        "GET /api/reports/{receipt}", // and asks what came of it; the receipt is the key
        "POST /api/session", // an officer signs in
        "DELETE /api/session", // and leaves, also when the session is over
        "POST /meja/keluar",
        "POST /api/invitations/{token}", // an invited person joins; the token is the key
        "POST /api/answers/{token}", // a recipient answers; the token is the key
        "GET /api/custody/head", // the custody log holds no personal data, and is there to be checked by everybody
        "GET /api/custody/head/{size:long}",
        "GET /api/custody/key",
        "GET /api/custody/consistency",
        "GET /api/custody/inclusion",
    ];

    [Fact]
    public void Every_way_into_the_desk_demands_one_duty_or_is_listed_as_public()
    {
        var ways = desk.Endpoints.Where(IsOfTheDesk).SelectMany(endpoint => MethodsOf(endpoint)
            .Select(method => (Name: NameOf(endpoint, method), Duties: DutiesOf(endpoint).Count()))).ToList();

        Assert.InRange(ways.Count(way => way.Duties == 1), 20, 1_000);
        Assert.Equal(_public.Order(StringComparer.Ordinal), ways.Where(way => way.Duties != 1).Select(way => way.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_planted_way_in_without_a_duty_is_seen()
    {
        var planted = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/meja/diam"), 0);
        Assert.Empty(DutiesOf((RouteEndpoint)planted.Build()));
        Assert.True(IsOfTheDesk((RouteEndpoint)planted.Build()));

        planted.Metadata.Add(Duty.SeeWork);
        Assert.Equal([Duty.SeeWork], DutiesOf((RouteEndpoint)planted.Build()));
    }

    [Fact]
    public async Task Nobody_comes_in_without_having_signed_in()
    {
        foreach (var (endpoint, method, _) in Guarded())
        {
            using var answer = await desk.CallAsync(endpoint, method, role: null);
            var expected = endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)
                ? HttpStatusCode.Unauthorized
                : HttpStatusCode.Redirect;
            Assert.True(expected == answer.StatusCode, $"{NameOf(endpoint, method)} answers a stranger {answer.StatusCode}");
            Assert.True(expected == HttpStatusCode.Unauthorized || IsToSignIn(answer));
        }
    }

    [Theory]
    [InlineData(Role.Kp2miAnalyst)]
    [InlineData(Role.Kp2miApprover)]
    [InlineData(Role.KomdigiOfficer)]
    [InlineData(Role.KomdigiApprover)]
    [InlineData(Role.VictimProtection)]
    [InlineData(Role.PrivacyOfficer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task A_role_comes_in_exactly_where_the_table_says(Role role)
    {
        var (opened, closed) = (0, 0);
        foreach (var (endpoint, method, duty) in Guarded())
        {
            using var answer = await desk.CallAsync(endpoint, method, role);
            var isIn = answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) && !IsToSignIn(answer);
            Assert.True(isIn == Authority.Allows(role, duty), $"{NameOf(endpoint, method)} answers {role} {answer.StatusCode}");
            Assert.True(isIn || answer.StatusCode == HttpStatusCode.Forbidden);
            _ = isIn ? opened++ : closed++;
        }

        Assert.True(opened > 0 && closed > 0);
    }

    [Fact]
    public void The_page_of_authority_prints_the_table_of_the_code()
    {
        var roles = Enum.GetValues<Role>();
        var lines = Enum.GetValues<Duty>().Select(duty =>
            $"| {duty} | {string.Join(" | ", roles.Select(role => Authority.Allows(role, duty) ? "yes" : "-"))} |");
        string[] table = [$"| duty | {string.Join(" | ", roles)} |", $"|---|{string.Concat(roles.Select(_ => "---|"))}", .. lines];

        ApprovedText.CheckPart("docs/authority.md", "authority", string.Join('\n', table) + "\n");
    }

    [Fact]
    public void The_page_of_authority_prints_the_duty_of_every_way_in()
    {
        var lines = Guarded().Select(way => $"| `{NameOf(way.Endpoint, way.Method)}` | {way.Duty} |").Order(StringComparer.Ordinal);
        string[] table = ["| way in | duty |", "|---|---|", .. lines];

        ApprovedText.CheckPart("docs/authority.md", "ways-in", string.Join('\n', table) + "\n");
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method, Duty Duty)> Guarded() =>
        from endpoint in desk.Endpoints.Where(IsOfTheDesk)
        from method in MethodsOf(endpoint)
        from duty in DutiesOf(endpoint)
        select (endpoint, method, duty);

    private static bool IsOfTheDesk(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } path
        && (path.StartsWith("/meja", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal));

    private static IEnumerable<Duty> DutiesOf(RouteEndpoint endpoint) => endpoint.Metadata.OfType<Duty>();

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    private static string NameOf(RouteEndpoint endpoint, string method) => $"{method} {endpoint.RoutePattern.RawText}";

    private static bool IsToSignIn(HttpResponseMessage answer) =>
        answer.Headers.Location?.OriginalString.Contains("/masuk", StringComparison.Ordinal) == true;
}
