using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Evidence;
using Terjaga.Takedown;
using Terjaga.Takedown.Notices;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Tests.Takedown.Answers;

/// <summary>A running desk with officers, and two recipients of which each has a letter with one order, sent.</summary>
public sealed class PlatformDesk : IAsyncLifetime
{
    public const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private readonly OfficersDesk _officers = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal OfficersDesk Officers => _officers;

    internal RunningDesk Desk => _officers.Desk;

    public async ValueTask InitializeAsync() => await _officers.InitializeAsync();

    public ValueTask DisposeAsync() => _officers.DisposeAsync();

    /// <summary>A new recipient with a letter of so many orders.</summary>
    internal async Task<Platform> AddAsync(int orders = 1)
    {
        var name = $"Situs {Guid.CreateVersion7():N}"[..20];
        var host = $"{Guid.CreateVersion7():N}"[..12] + ".example";
        using var added = await _officers.As(Role.KomdigiOfficer).PostAsJsonAsync(
            "/api/recipients", new { name, hosts = host, channel = "Webhook", address = $"https://{host}/hooks", secret = Secret, isEnabled = false, source = "uji" }, Stop);
        var recipient = (Guid)(await added.Content.ReadFromJsonAsync<JsonNode>(Stop))!["id"]!;
        using var given = await _officers.As(Role.Administrator).PostAsJsonAsync($"/api/recipients/{recipient}/keys", new { label = "meja aduan" }, Stop);
        var key = (await given.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        var ids = await PlantAsync(recipient, host, orders);
        return new Platform(Desk, recipient, (Guid)key["id"]!, (string)key["key"]!, ids.Letter, ids.Orders);
    }

    private async Task<(Guid Letter, IReadOnlyList<Guid> Orders)> PlantAsync(Guid recipient, string host, int count)
    {
        await using var scope = Desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        var now = TimeProvider.System.GetUtcNow();
        var basis = await db.LegalBases.AsNoTracking().FirstAsync(Stop);
        var (officer, caseId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var group = new DraftGroup(recipient, basis.Id, null, null, officer, now);
        var letter = db.Dispatches.Add(Dispatch.Sign(group, caseId, "Tanda bahaya.", Random.Shared.Next(1, int.MaxValue), now)).Entity;
        letter.Compose(now);
        letter.Send(now);
        var orders = new List<Guid>();
        for (var number = 0; number < count; number++)
        {
            var item = db.Items.Add(Item.Find(WebAddress.FromStorage($"https://{host}/{number}"), now)).Entity;
            var order = db.Orders.Add(Order.Draft(caseId, item.Id, recipient, basis.Id, new LegalReview(null, null), officer, now, isTest: true)).Entity;
            order.Enter(letter.Id);
            _ = order.Happen(now, OrderEvents.Signed, Actor.Recipient(recipient));
            _ = order.Send(now, basis.Deadline, Actor.Recipient(recipient), now, null);
            orders.Add(order.Id);
        }

        await db.SaveChangesAsync(Stop);
        return (letter.Id, orders);
    }

    /// <summary>A recipient as a program or a person of it sees the desk.</summary>
    internal sealed record Platform(RunningDesk Desk, Guid Id, Guid KeyId, string Key, Guid Letter, IReadOnlyList<Guid> Orders)
    {
        public Task<HttpResponseMessage> GetAsync(string path) => Desk.SendAsync(HttpMethod.Get, path, null, $"Authorization: Bearer {Key}");

        public Task<HttpResponseMessage> PostAsync(string path, object body, params string[] headers) =>
            Desk.SendAsync(HttpMethod.Post, path, JsonContent.Create(body), [$"Authorization: Bearer {Key}", .. headers]);

        /// <summary>The cookie of a session that the key opened.</summary>
        public async Task<string> SignInAsync()
        {
            using var answer = await Desk.SendAsync(HttpMethod.Post, "/penerima/masuk", new FormUrlEncodedContent(new Dictionary<string, string> { ["kunci"] = Key }));
            return answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("terjaga-penerima=", StringComparison.Ordinal)).Split(';')[0];
        }
    }
}
