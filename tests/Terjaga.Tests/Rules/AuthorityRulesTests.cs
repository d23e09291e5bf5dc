using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Terjaga.Accounts;
using Terjaga.App.Takedown.Platforms;
using Terjaga.App.Web;

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
    public void Of_every_duty_it_is_said_whether_its_answers_are_kept_for_a_repetition()
    {
        foreach (var duty in Enum.GetValues<Duty>())
            _ = KeptAnswers.Covers(duty);
        Assert.Throws<InvalidOperationException>(() => KeptAnswers.Covers((Duty)int.MaxValue));
        Assert.False(KeptAnswers.Covers(Duty.AskOpening));
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
    public async Task What_a_recipient_opens_with_its_key_opens_to_no_officer_and_to_nobody_else()
    {
        var ways = Ways().Where(way => IsOfRecipients(way.Endpoint)).ToList();
        Assert.InRange(ways.Count, 10, 50);
        Assert.All(ways, way => Assert.Null(way.Duty));
        foreach (var (endpoint, method, _) in ways)
        {
            foreach (var role in new Role?[] { null, Role.Administrator, Role.KomdigiOfficer })
            {
                using var answer = await desk.CallAsync(endpoint, method, role);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized || IsToSignIn(answer), $"{NameOf(endpoint, method)} answers {role} {answer.StatusCode}");
            }
        }
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
    public void The_page_of_authority_prints_every_way_in_and_to_whom_it_is_open()
    {
        var roles = Enum.GetValues<Role>();
        var lines = Ways().Select(way => $"| `{NameOf(way.Endpoint, way.Method)}` | {(IsOfRecipients(way.Endpoint) ? "a recipient's key" : way.Duty?.ToString() ?? "everybody")} | "
            + $"{string.Join(" | ", roles.Select(role => !IsOfRecipients(way.Endpoint) && (way.Duty is not { } duty || Authority.Allows(role, duty)) ? "yes" : "-"))} | {(way.Duty is null && !IsOfRecipients(way.Endpoint) ? "yes" : "-")} |")
            .Distinct().Order(StringComparer.Ordinal);
        string[] table = [$"| way in | duty | {string.Join(" | ", roles)} | nobody |", $"|---|---|{string.Concat(roles.Select(_ => "---|"))}---|", .. lines];

        ApprovedText.CheckPart("docs/authority.md", "ways-in", string.Join('\n', table) + "\n");
    }

    [Fact]
    public async Task What_is_open_to_everybody_is_open_to_who_has_not_signed_in_and_to_every_role()
    {
        Role?[] callers = [null, .. Enum.GetValues<Role>()];
        foreach (var (endpoint, method, _) in Ways().Where(way => way.Duty is null && !IsOfRecipients(way.Endpoint)))
        {
            // Leaving is open to all, and leads to the page of signing in; it would end the sessions of the other tests.
            if (NameOf(endpoint, method) is "POST /meja/keluar" or "POST /penerima/keluar" or "DELETE /api/session")
                continue;
            foreach (var role in method == "GET" ? callers : [null])
            {
                using var answer = await desk.CallAsync(endpoint, method == "ANY" ? "GET" : method, role);
                Assert.True(
                    answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !IsToSignIn(answer),
                    $"{NameOf(endpoint, method)} answers {role} {answer.StatusCode}");
            }
        }
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method, Duty? Duty)> Ways() =>
        from endpoint in desk.Endpoints
        from method in MethodsOf(endpoint)
        select (endpoint, method, DutiesOf(endpoint).Select(duty => (Duty?)duty).SingleOrDefault());

    private IEnumerable<(RouteEndpoint Endpoint, string Method, Duty Duty)> Guarded() =>
        from endpoint in desk.Endpoints.Where(IsOfTheDesk)
        from method in MethodsOf(endpoint)
        from duty in DutiesOf(endpoint)
        select (endpoint, method, duty);

    /// <summary>Open to a recipient with its key, and to no officer.</summary>
    private static bool IsOfRecipients(RouteEndpoint endpoint) => endpoint.Metadata.OfType<ForRecipients>().Any();

    private static bool IsOfTheDesk(RouteEndpoint endpoint) =>
        !IsOfRecipients(endpoint) && endpoint.RoutePattern.RawText is { } path
        && (path.StartsWith("/meja", StringComparison.Ordinal) || path.StartsWith("/api", StringComparison.Ordinal));

    private static IEnumerable<Duty> DutiesOf(RouteEndpoint endpoint) => endpoint.Metadata.OfType<Duty>();

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    private static string NameOf(RouteEndpoint endpoint, string method) => $"{method} {endpoint.RoutePattern.RawText}";

    private static bool IsToSignIn(HttpResponseMessage answer) =>
        answer.Headers.Location?.OriginalString.Contains("/masuk", StringComparison.Ordinal) == true;
}
