using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Intake;
using Terjaga.Takedown;

namespace Terjaga.Tests.Casework;

/// <summary>Steps of officers on a case as it is now.</summary>
internal static class CaseWalk
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Under a second name, so that a case has places of two recipients.</summary>
    public const string OtherHost = "lain.example";

    extension(TestSite site)
    {
        public Dictionary<string, string?> TwoHosts => new(site.Settings)
        {
            ["Http:Hosts:1"] = string.Create(CultureInfo.InvariantCulture, $"{OtherHost} 127.0.0.1 {site.Settings["Http:Hosts:0"]!.Split(' ')[2]}"),
        };
    }

    extension(TestDesk desk)
    {
        /// <summary>The case of one more report, with all work done.</summary>
        public async Task<Guid> OfferAsync(string text, string? link = null)
        {
            Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(new(link, text, null, null, [], null), Stop)));
            await desk.WorkAsync();
            return await desk.ReadAsync(db => db.CaseReports.OrderByDescending(r => r.ReportId).Select(r => r.CaseFileId).FirstAsync(Stop));
        }

        public Task<CaseFile> FileAsync(Guid id) => desk.ReadAsync(db => db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == id, Stop));

        public Task<List<DeskEvent>> EventsAsync(Guid id) => desk.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync(Stop));

        public Task<List<Order>> OrdersAsync() => desk.ReadAsync(db => db.Orders.AsNoTracking().OrderBy(o => o.Id).ToListAsync(Stop));

        public async Task<Result<Done>> TakeAsync(Guid id, Role role, CaseStep step, CaseOutcome? outcome = null)
        {
            var version = (await desk.FileAsync(id)).Version;
            return await desk.RunAsync<DecideCase, Result<Done>>(decide => decide.RunAsync(new(TestDesk.As(role), id, version, step, "Alasan.", Outcome: outcome), Stop));
        }

        public async Task TakeAllAsync(Guid id, params CaseStep[] steps)
        {
            foreach (var step in steps)
                Expect.Value(await desk.TakeAsync(id, RoleOf(step), step));
        }

        public async Task<Result<Done>> UndoAsync(Guid id, Role role, int? version = null, string reason = "Salah pilih.")
        {
            var seen = version ?? (await desk.FileAsync(id)).Version;
            return await desk.RunAsync<UndoDecision, Result<Done>>(undo => undo.RunAsync(new(TestDesk.As(role), id, seen, reason), Stop));
        }

        public async Task<Guid> RecipientAsync(string host)
        {
            var id = Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
                new(TestDesk.As(Role.KomdigiOfficer), host, host, RecipientChannel.Webhook, $"http://{host}/hooks", Secret, false, ""), Stop))).Id;
            Expect.Value(await desk.RunAsync<SwitchRecipient, Result<Done>>(switching => switching.RunAsync(new(TestDesk.As(Role.Administrator), id, true), Stop)));
            return id;
        }

        public async Task<Result<DraftOrders.Drafted>> DraftAsync(Guid id, Guid recipient)
        {
            var version = (await desk.FileAsync(id)).Version;
            var bases = await FlowTests.BasesAsync(desk);
            return await desk.RunAsync<DraftOrders, Result<DraftOrders.Drafted>>(draft => draft.RunAsync(
                new(TestDesk.As(Role.KomdigiOfficer), id, version, recipient, bases.Single(b => b.Deadline == TimeSpan.FromHours(24)).Id, "Tanda bahaya."), Stop));
        }

        public async Task<Result<SignOrders.Signed>> SignAsync(Guid id)
        {
            var version = (await desk.FileAsync(id)).Version;
            return await desk.RunAsync<SignOrders, Result<SignOrders.Signed>>(sign => sign.RunAsync(new(TestDesk.As(Role.KomdigiApprover), id, version, "Tepat."), Stop));
        }
    }

    /// <summary>Whose step it is.</summary>
    public static Role RoleOf(CaseStep step) => step switch
    {
        CaseStep.Verify or CaseStep.Dismiss or CaseStep.Answer => Role.Kp2miAnalyst,
        CaseStep.HandOver => Role.Kp2miApprover,
        _ => Role.KomdigiOfficer,
    };
}
