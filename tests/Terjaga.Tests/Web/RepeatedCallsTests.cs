using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Common.Repeating;

namespace Terjaga.Tests.Web;

public sealed class RepeatedCallsTests(OfficersDesk desk) : IClassFixture<OfficersDesk>
{
    [Fact]
    public async Task A_call_repeated_with_its_key_is_done_once_and_answered_alike()
    {
        var before = await CountAsync();

        var first = await CallAsync(Role.KomdigiOfficer, "k-1", Recipient("satu.example"));
        var second = await CallAsync(Role.KomdigiOfficer, "k-1", Recipient("satu.example"));

        Assert.Equal((HttpStatusCode.Created, first.Body), (first.Status, second.Body));
        Assert.Equal(first.Status, second.Status);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task A_key_stands_for_one_call_of_one_officer()
    {
        var before = await CountAsync();
        await CallAsync(Role.KomdigiOfficer, "k-2", Recipient("dua.example"));

        var other = await CallAsync(Role.KomdigiOfficer, "k-2", Recipient("tiga.example"));
        var colleague = await CallAsync(Role.KomdigiApprover, "k-2", Recipient("empat.example"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("idempotency-key.reused", other.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, colleague.Status);
        Assert.Equal(before + 2, await CountAsync());
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done()
    {
        var before = await CountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => CallAsync(Role.KomdigiOfficer, "k-3", Recipient("lima.example"))));

        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.Created || a.Body.Contains("idempotency-key.under-way", StringComparison.Ordinal), a.Body));
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_that_is_none_is_refused(string? key)
    {
        var answer = await CallAsync(Role.KomdigiOfficer, key ?? new string('k', 201), Recipient("enam.example"));

        Assert.Contains("idempotency-key.invalid", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.VictimProtection, "/api/openings")]
    [InlineData(Role.VictimProtection, "/api/openings/00000000-0000-0000-0000-000000000001/looks")]
    [InlineData(Role.PrivacyOfficer, "/api/openings/00000000-0000-0000-0000-000000000001/decision")]
    [InlineData(Role.VictimProtection, "/api/danger/00000000-0000-0000-0000-000000000001/packet")]
    [InlineData(Role.Administrator, "/api/invitations")]
    public async Task No_answer_that_may_hold_a_secret_is_kept_for_a_repetition(Role role, string path)
    {
        var before = await CountKeptAsync();
        await CallAsync(Role.KomdigiOfficer, "k-" + path, Recipient("tujuh.example"));
        Assert.Equal(before + 1, await CountKeptAsync());

        var answer = await CallAsync(role, "k-" + path, new { version = 1, reason = "Uji." }, path);

        Assert.InRange((int)answer.Status, 200, 499);
        Assert.Equal(before + 1, await CountKeptAsync());
    }

    private async Task<int> CountKeptAsync()
    {
        await using var scope = desk.Desk.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TerjagaDb>().RepeatedCalls.CountAsync(TestContext.Current.CancellationToken);
    }

    private static object Recipient(string host) => new { name = host, hosts = host, channel = "Webhook", address = $"https://{host}/hooks", secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", isEnabled = false, source = "Uji." };

    private async Task<int> CountAsync() =>
        (await desk.As(Role.KomdigiOfficer).GetFromJsonAsync<System.Text.Json.Nodes.JsonArray>(new Uri("/api/recipients", UriKind.Relative), TestContext.Current.CancellationToken))!.Count;

    private async Task<(HttpStatusCode Status, string Body)> CallAsync(Role role, string key, object call, string path = "/api/recipients")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(call) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        using var answer = await desk.As(role).SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
