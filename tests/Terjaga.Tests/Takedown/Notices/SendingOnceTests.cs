using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Notices;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Notices;

/// <summary>Whatever dies between two steps of sending, each letter is one letter, and none is lost.</summary>
public sealed class SendingOnceTests(ScratchPostgres postgres)
{
    private const int Seeds = 8, MostSteps = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task However_often_the_desk_dies_the_letter_has_one_identity_one_wording_and_starts_each_clock_once(string database)
    {
        await using var site = await TestSite.StartAsync();
        for (var seed = 0; seed < Seeds; seed++)
        {
            site.Calls.Clear();
            await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
            await SignedAsync(desk, site, seed);

            // What a seed draws: whether the desk dies after a step and before storing it, and when one order ends.
            var draw = new Random(seed);
            var ends = draw.Next(MostSteps);
            for (var step = 0; step < MostSteps; step++)
            {
                if (step == ends)
                    await EndOneAsync(desk);
                await StepAsync(desk, dies: draw.Next(2) == 0);
            }

            await StepAsync(desk, dies: false);
            await StepAsync(desk, dies: false);
            await StepAsync(desk, dies: false);
            await AssertOneLetterAsync(desk, site, seed);
        }
    }

    [Fact]
    public async Task A_mail_that_is_sent_again_has_the_same_identity_and_the_same_bytes()
    {
        await using var mail = new TestMail();
        await using var site = await TestSite.StartAsync();
        using var key = new TestDkim();
        var settings = new Dictionary<string, string?>(site.Settings.Concat(mail.Settings)) { ["Mail:DkimKeyFile"] = key.File, ["Mail:DkimSelector"] = "uji" };
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, settings);
        var id = await DispatchTests.HandedOverAsync(desk, site);
        var recipient = Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), "Surat", TestSite.Host, RecipientChannel.Mail, "abuse@situs.example", null, false, ""), Stop))).Id;
        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), recipient, isEnabled: true));
        Expect.Value(await desk.DraftAsync(id, recipient));
        Expect.Value(await desk.SignAsync(id));

        await StepAsync(desk, dies: false);
        await StepAsync(desk, dies: true);
        await StepAsync(desk, dies: true);
        await StepAsync(desk, dies: false);
        await StepAsync(desk, dies: false);

        Assert.Equal(3, mail.Taken.Count);
        var order = Assert.Single(await desk.OrdersAsync());
        Assert.Equal(OrderState.Sent, order.State);
        Assert.All(mail.Taken, message => Assert.Equal($"dispatch-{order.DispatchId:D}@terjaga.example", message.MessageId));
        Assert.Single(mail.Taken.Select(message => Convert.ToBase64String(SendMailTests.Bytes(message))).Distinct());
        Assert.True(key.Verifies(mail.Taken[0]));
    }

    [Fact]
    public async Task A_number_of_places_is_looked_at_in_several_pieces_of_work_before_the_letter_goes()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.TwoHosts);
        await SignedAsync(desk, site, 0);

        await StepAsync(desk, dies: false);
        Assert.Null(await ComposedAtAsync(desk));
        await StepAsync(desk, dies: false);
        Assert.NotNull(await ComposedAtAsync(desk));
        Assert.Empty(site.Calls);
        await StepAsync(desk, dies: false);
        Assert.Single(site.Calls);
    }

    private static Task<DateTimeOffset?> ComposedAtAsync(TestDesk desk) => desk.ReadAsync(db => db.Dispatches.Select(d => d.ComposedAt).SingleAsync(Stop));

    /// <summary>Six places in one letter.</summary>
    private static async Task<Guid> SignedAsync(TestDesk desk, TestSite site, int seed)
    {
        const int Places = 6;
        site.Pages[$"/a{seed}"] = "<p>Lowongan kerja Kamboja</p>";
        var id = await desk.OfferAsync($"Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu {seed}", $"http://{TestSite.Host}/a{seed}");
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        await DispatchTests.PlantAsync(desk, id, Places, seed);
        Expect.Value(await desk.DraftAsync(id, await desk.RecipientAsync(CaseWalk.OtherHost)));
        Expect.Value(await desk.SignAsync(id));
        return id;
    }

    private static async Task StepAsync(TestDesk desk, bool dies)
    {
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        var kind = desk.Services.GetServices<WorkKind>().Single(k => k.Name == SendNoticeJob.Kind);
        if (await desk.ReadAsync(db => db.Work.AsNoTracking().SingleOrDefaultAsync(w => w.Kind == kind.Name, Stop)) is not { } item)
            return;
        if (!dies)
        {
            // A lease, as a worker takes one: work that ends without is not removed.
            await desk.ReadAsync(db => db.Work.Where(w => w.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.Lease, item.Id), Stop));
            item = await desk.ReadAsync(db => db.Work.AsNoTracking().SingleAsync(w => w.Id == item.Id, Stop));
            await new WorkAttempt(desk.Services.GetRequiredService<IServiceScopeFactory>(), desk.Clock, kind).RunAsync(item, Stop);
            return;
        }

        // All that a step does outside happens, and nothing of it is stored.
        await using var scope = desk.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendNoticeJob>().RunAsync(item, Stop);
    }

    /// <summary>One of the orders ends, as after an objection about one place.</summary>
    private static Task<int> EndOneAsync(TestDesk desk) => desk.ReadAsync(async db =>
    {
        var order = await db.Orders.OrderBy(o => o.Id).FirstAsync(Stop);
        db.Events.Add(order.Happen(desk.Clock.GetUtcNow(), OrderEvents.Withdrawn, Actor.Machine("test")));
        return await db.SaveChangesAsync(Stop);
    });

    private static async Task AssertOneLetterAsync(TestDesk desk, TestSite site, int seed)
    {
        var dispatch = await desk.ReadAsync(db => db.Dispatches.AsNoTracking().SingleAsync(Stop));
        Assert.True(dispatch.SentAt is not null, $"seed {seed}: lost");
        var letter = Assert.Single(site.Calls.Distinct());
        Assert.Equal($"{dispatch.Id:D}", letter.Id);
        var orders = await desk.OrdersAsync();
        var told = System.Text.Json.Nodes.JsonNode.Parse(letter.Body)!["orders"]!.AsArray().Select(o => (Guid)o!["order"]!).ToList();
        Assert.Equal(orders.Where(o => !o.IsLeftOut).Select(o => o.Id).Order(), told.Order());
        foreach (var order in orders.Where(o => o.State != OrderState.Withdrawn))
        {
            Assert.Equal(OrderState.Sent, order.State);
            Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.SubjectId == order.Id && e.Kind == OrderEvents.Sent, Stop)));
            Assert.Equal(2, await desk.ReadAsync(db => db.Work.CountAsync(w => w.SubjectId == order.Id, Stop)));
        }
    }
}
