using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Common.Work;
using Terjaga.Takedown;
using Terjaga.Takedown.Notices;
using Terjaga.Tests.Casework;
using Terjaga.Tests.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Faults;

/// <summary>Steps of a desk whose outside world misbehaves.</summary>
internal static class FaultyWalk
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    extension(TestDesk desk)
    {
        /// <summary>An order that is signed and whose letter goes by mail.</summary>
        public async Task<Guid> SignMailedAsync(TestSite site)
        {
            var id = await DispatchTests.HandedOverAsync(desk, site);
            var recipient = Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
                new(TestDesk.As(Role.KomdigiOfficer), "Surat", TestSite.Host, RecipientChannel.Mail, "abuse@situs.example", null, false, ""), Stop))).Id;
            Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), recipient, isEnabled: true));
            Expect.Value(await desk.DraftAsync(id, recipient));
            Expect.Value(await desk.SignAsync(id));
            return id;
        }

        public Task<WorkItem?> WorkOfAsync(string kind) =>
            desk.ReadAsync(db => db.Work.AsNoTracking().SingleOrDefaultAsync(w => w.Kind == kind, Stop));

        /// <summary>One attempt at the letter, once its list is closed, under a lease as short as a test can wait.</summary>
        public async Task AttemptLetterAsync(TimeSpan lease)
        {
            var queue = desk.Services.GetRequiredService<WorkQueue>();
            var kind = desk.Services.GetServices<WorkKind>().Single(k => k.Name == SendNoticeJob.Kind);
            var attempt = new WorkAttempt(desk.Services.GetRequiredService<IServiceScopeFactory>(), desk.Clock, kind);
            while (await desk.ReadAsync(db => db.Dispatches.Select(d => d.ComposedAt == null).SingleAsync(Stop)))
                await attempt.RunAsync(await LeaseAsync(queue), Stop);
            var item = await LeaseAsync(queue);
            using var limit = new CancellationTokenSource(lease);
            try
            {
                await attempt.RunAsync(item, limit.Token);
            }
            catch (Exception exception)
            {
                await attempt.FailAsync(item, exception, Stop);
            }
        }

        public async Task PassAsync(TimeSpan time)
        {
            desk.Clock.Advance(time);
            await desk.WorkAsync();
        }
    }

    private static async Task<WorkItem> LeaseAsync(WorkQueue queue)
    {
        while (true)
        {
            // Other work of the lane is not what the test is about, and stays leased.
            var items = await queue.LeaseAsync(WorkLane.Outside, 1, TimeSpan.FromMinutes(1), Stop);
            Assert.NotEmpty(items);
            if (items[0].Kind == SendNoticeJob.Kind)
                return items[0];
        }
    }
}
