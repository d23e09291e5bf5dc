using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Takedown;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Ladder;

public sealed class LadderTests(ScratchPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_clock_prepares_each_step_and_nothing_leaves_before_a_person_releases_it(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var id = await OrderTests.OrderAsync(desk, site);
        Assert.Single(site.Calls);

        foreach (var (step, letters) in new[] { ("warning-1", 2), ("warning-2", 3), ("warning-3", 4), ("fine-referral", 4), ("block-proposal", 4) })
        {
            if (step != "block-proposal")
                await PassAsync(desk, TimeSpan.FromHours(24));
            Assert.Equal(letters - (step.StartsWith("warning", StringComparison.Ordinal) ? 1 : 0), site.Calls.Count);
            var waiting = Assert.Single(await StepsAsync(desk), s => s.ReleasedAt is null);
            Assert.Equal(step, waiting.Code);

            Assert.Equal(1, Expect.Value(await ReleaseAsync(desk, id, waiting.RecipientId, step)).Count);
            Expect.Problem("step.nothing-to-release", await ReleaseAsync(desk, id, waiting.RecipientId, step));
            await desk.WorkAsync();
            Assert.Equal(letters, site.Calls.Count);
            await desk.WorkAsync();
        }

        await PassAsync(desk, TimeSpan.FromDays(3));
        Assert.Equal(5, (await StepsAsync(desk)).Count);
        var last = JsonNode.Parse(site.Calls.Last().Body)!;
        Assert.Equal(("takedown.warned", "warning-3", 86_400), ((string)last["type"]!, (string)last["step"]!, (int)last["deadline_seconds"]!));
        Assert.Equal((string)JsonNode.Parse(site.Calls.First().Body)!["number"]!, (string)last["warns_number"]!);
    }

    [Fact]
    public async Task A_warning_gives_time_from_when_the_recipients_server_took_it_and_not_from_its_release()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var id = await OrderTests.OrderAsync(desk, site);
        await PassAsync(desk, TimeSpan.FromHours(24));
        site.Trouble = 503;
        Expect.Value(await ReleaseAsync(desk, id, (await OrderTests.OneAsync(desk)).RecipientId, "warning-1"));
        await desk.WorkAsync();
        var old = (await OrderTests.OneAsync(desk)).DeadlineAt;

        site.Trouble = null;
        await PassAsync(desk, TimeSpan.FromHours(3));

        var order = await OrderTests.OneAsync(desk);
        var step = Assert.Single(await StepsAsync(desk));
        Assert.True(order.DeadlineAt > old);
        Assert.Equal(TimeSpan.FromHours(24), order.DeadlineAt - step.SentAt);
        Assert.NotNull(order.LateAt);
        Assert.Equal(site.Calls.Last().Id, step.DispatchId!.Value.ToString("D"));
    }

    [Fact]
    public async Task What_is_gone_before_the_warning_leaves_is_not_warned_about()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var id = await OrderTests.OrderAsync(desk, site);
        await PassAsync(desk, TimeSpan.FromHours(24));
        var recipient = (await OrderTests.OneAsync(desk)).RecipientId;
        site.Pages.Clear();
        await PassAsync(desk, TimeSpan.FromHours(27));
        Assert.Equal(OrderState.SeenGone, (await OrderTests.OneAsync(desk)).State);

        Expect.Problem("step.nothing-to-release", await ReleaseAsync(desk, id, recipient, "warning-1"));

        Assert.Single(site.Calls);
        Assert.Equal(0, await desk.ReadAsync(db => db.Dispatches.CountAsync(d => d.Kind == DispatchKind.Warning, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Who_may_not_sign_releases_nothing_and_a_release_needs_its_reason()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        var id = await OrderTests.OrderAsync(desk, site);
        await PassAsync(desk, TimeSpan.FromHours(24));
        var recipient = (await OrderTests.OneAsync(desk)).RecipientId;

        Expect.Problem("access.denied", await ReleaseAsync(desk, id, recipient, "warning-1", Role.KomdigiOfficer));
        Expect.Problem("reason.required", await ReleaseAsync(desk, id, recipient, "warning-1", reason: " "));
        Expect.Problem("step.nothing-to-release", await ReleaseAsync(desk, id, recipient, "warning-9"));
        Expect.Problem("case.unknown", await ReleaseAsync(desk, Guid.CreateVersion7(), recipient, "warning-1"));
        Assert.Equal(1, await desk.ReadAsync(db => db.OrderSteps.CountAsync(s => s.ReleasedAt == null, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("""{"steps":[]}""")]
    [InlineData("""{"steps":[{"code":"a","kind":"Warning","titleId":"A","titleEn":"A","hours":null,"urgentHours":4,"source":"x","from":"2026-01-01"}]}""")]
    [InlineData("""{"steps":[{"code":"a","kind":"Referral","titleId":"A","titleEn":"A","source":"","from":"2026-01-01"}]}""")]
    public void A_ladder_without_steps_clocks_or_sources_is_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => LadderSteps.Parse(json));

    private static async Task PassAsync(TestDesk desk, TimeSpan time)
    {
        desk.Clock.Advance(time);
        await desk.WorkAsync();
    }

    private static Task<List<OrderStep>> StepsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.OrderSteps.AsNoTracking().OrderBy(s => s.PreparedAt).ToListAsync(TestContext.Current.CancellationToken));

    private static Task<Result<ReleaseSteps.Released>> ReleaseAsync(
        TestDesk desk, Guid id, Guid recipient, string code, Role role = Role.KomdigiApprover, string reason = "Belum diturunkan.") =>
        desk.RunAsync<ReleaseSteps, Result<ReleaseSteps.Released>>(release =>
            release.RunAsync(new(TestDesk.As(role), id, recipient, code, reason), TestContext.Current.CancellationToken));
}
