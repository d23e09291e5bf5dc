using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;
using Terjaga.Tests.Casework.Danger;
using Terjaga.Tests.Casework.Notes;

namespace Terjaga.Tests.Casework;

/// <summary>Every event of a case says on what it stands: who, for which ministry, why, and with which rules the score was made.</summary>
public sealed class EventGroundsTests(ScratchPostgres postgres)
{
    private int _offers;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_the_flow_and_of_joining_keeps_the_version_of_the_rules_and_each_act_of_an_officer_the_ministry()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.TwoHosts);
        Guid[] recipients = [await desk.RecipientAsync(TestSite.Host), await desk.RecipientAsync(CaseWalk.OtherHost)];
        await OrderAndCorrectAsync(desk, site, recipients);
        await ComeBackAsync(desk, site, recipients[0]);
        await GoBeforeSendingAsync(desk, site, recipients[0]);
        await CloseAndUndoAsync(desk);
        await JoinAndRestoreAsync(desk, site);
        await MoveAsync(desk);
        await QuestionAsync(desk);

        var cases = await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Id).ToListAsync(Stop));
        var events = (await desk.ReadAsync(db => db.Events.AsNoTracking().ToListAsync(Stop))).FindAll(e => cases.Contains(e.SubjectId));
        string[] joining = [CaseEvents.Merged, CaseEvents.Parted, CaseEvents.CaseTaken, CaseEvents.CaseLeft, CaseEvents.OffersCame, CaseEvents.OffersLeft];
        Assert.Empty(CaseFlow.Steps.Select(s => s.Kind).Concat(joining).Distinct().Except(events.Select(e => e.Kind)));
        Assert.Empty(events.Where(e => e.Rules is null).Select(e => e.Kind).Distinct());
        var acts = events.FindAll(e => e.Actor.Value.StartsWith("officer:", StringComparison.Ordinal));
        Assert.Empty(acts.Where(e => e.Ministry is null).Select(e => e.Kind).Distinct());
        Assert.Empty(events.Except(acts).Where(e => e.Ministry is not null).Select(e => e.Kind).Distinct());
        string[] withoutWords = [CaseEvents.Accepted, CaseEvents.ItemJoined, CaseEvents.Reopened];
        Assert.Empty(acts.Where(e => e.Reason is null && !withoutWords.Contains(e.Kind) && !e.Kind.StartsWith("case.restored-", StringComparison.Ordinal)).Select(e => e.Kind).Distinct());
        string[] onLaw = [CaseEvents.Reviewed, CaseEvents.OrdersDrafted, CaseEvents.OrdersPartlyDrafted, CaseEvents.OrdersSigned, CaseEvents.Ordered];
        Assert.All(acts.Where(e => onLaw.Contains(e.Kind)), e => Assert.NotNull(e.LegalBasisId));
    }

    /// <summary>Orders to two recipients, both seen to be gone, and the objection after it.</summary>
    private async Task OrderAndCorrectAsync(TestDesk desk, TestSite site, Guid[] recipients)
    {
        var id = await OfferAsync(desk, site, TestSite.Host);
        Expect.Value(await NoteTests.MergeAsync(desk, await OfferAsync(desk, site, CaseWalk.OtherHost), id));
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        foreach (var recipient in recipients)
        {
            Expect.Value(await desk.DraftAsync(id, recipient));
            Expect.Value(await desk.SignAsync(id));
        }

        await desk.WorkAsync();
        var first = $"/{_offers - 1}";
        site.Pages.TryRemove(first, out _);
        await PassDaysAsync(desk, 2);
        site.Pages.Clear();
        await PassDaysAsync(desk, 3);
        Assert.Equal(CaseState.Gone, (await desk.FileAsync(id)).State);

        var appeal = Expect.Value(await desk.RunAsync<RecordAppeal, Result<RecordAppeal.Recorded>>(
            record => record.RunAsync(new(TestDesk.As(Role.PrivacyOfficer), id, AppealBy.Uploader, "Keliru.", null), Stop))).Id;
        var version = (await desk.FileAsync(id)).Version;
        Expect.Value(await desk.RunAsync<DecideAppeal, Result<Done>>(decide => decide.RunAsync(new(TestDesk.As(Role.KomdigiApprover), appeal, version, true, "Ya."), Stop)));
        await desk.WorkAsync();
        await desk.TakeAllAsync(id, CaseStep.Correct);
    }

    /// <summary>Gone, and at its place again.</summary>
    private async Task ComeBackAsync(TestDesk desk, TestSite site, Guid recipient)
    {
        var id = await OfferAsync(desk, site, TestSite.Host);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        Expect.Value(await desk.DraftAsync(id, recipient));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();
        site.Pages.TryRemove($"/{_offers}", out var page);
        await PassDaysAsync(desk, 3);
        site.Pages[$"/{_offers}"] = page!;
        await PassDaysAsync(desk, 2);
        Assert.Equal(CaseState.HandedOver, (await desk.FileAsync(id)).State);
    }

    /// <summary>Gone by itself before its letter left.</summary>
    private async Task GoBeforeSendingAsync(TestDesk desk, TestSite site, Guid recipient)
    {
        var id = await OfferAsync(desk, site, TestSite.Host);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver);
        site.Pages.TryRemove($"/{_offers}", out _);
        Expect.Value(await desk.DraftAsync(id, recipient));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();
        Assert.Equal(CaseState.HandedOver, (await desk.FileAsync(id)).State);
    }

    /// <summary>Each end from a state that has it, and its undo; and the undo of each step before.</summary>
    private async Task CloseAndUndoAsync(TestDesk desk)
    {
        foreach (var step in CaseFlow.Steps.Where(s => CaseEvents.OutcomeOf(s.Kind) is not null))
        {
            var id = await OfferAsync(desk);
            await PutAsync(desk, id, step.From);
            Expect.Value(await desk.TakeAsync(id, Role.KomdigiOfficer, CaseStep.Close, CaseEvents.OutcomeOf(step.Kind)));
            Expect.Value(await desk.UndoAsync(id, Role.KomdigiOfficer));
        }
    }

    private async Task JoinAndRestoreAsync(TestDesk desk, TestSite site)
    {
        foreach (var state in new[] { CaseState.Ordered, CaseState.PartlyGone, CaseState.Gone, CaseState.Closed, CaseState.Dismissed })
        {
            var id = await OfferAsync(desk);
            await PutAsync(desk, id, state);
            var coming = state == CaseState.Dismissed ? await desk.OfferAsync(DangerReports.Captive) : await OfferAsync(desk, site, TestSite.Host);
            Expect.Value(await NoteTests.MergeAsync(desk, coming, id));
            var join = await desk.ReadAsync(db => db.CaseJoins.Where(j => j.FromId == coming).Select(j => j.Id).SingleAsync(Stop));
            Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), join, "Keliru."), Stop)));
            Assert.Equal(state, (await desk.FileAsync(id)).State);
        }
    }

    private async Task MoveAsync(TestDesk desk)
    {
        var (id, other) = (await OfferAsync(desk), await OfferAsync(desk));
        Expect.Value(await NoteTests.MergeAsync(desk, other, id));
        var version = (await desk.FileAsync(id)).Version;
        Expect.Value(await desk.RunAsync<MoveOffers, Result<MoveOffers.Moved>>(move => move.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), id, version, [other], null, "Terpisah."), Stop)));
    }

    private async Task QuestionAsync(TestDesk desk)
    {
        var id = await OfferAsync(desk);
        await desk.TakeAllAsync(id, CaseStep.Verify, CaseStep.HandOver, CaseStep.Accept, CaseStep.Return, CaseStep.Answer);
        foreach (var role in new[] { Role.Kp2miAnalyst, Role.KomdigiOfficer, Role.KomdigiOfficer, Role.Kp2miApprover, Role.Kp2miAnalyst })
            Expect.Value(await desk.UndoAsync(id, role));
        await desk.TakeAllAsync(id, CaseStep.Dismiss);
    }

    private static Task<int> PutAsync(TestDesk desk, Guid id, CaseState state) =>
        desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state), Stop));

    private static async Task PassDaysAsync(TestDesk desk, int days)
    {
        for (var day = 0; day < days; day++)
        {
            desk.Clock.Advance(TimeSpan.FromDays(1));
            await desk.WorkAsync();
        }
    }

    private Task<Guid> OfferAsync(TestDesk desk, TestSite? site = null, string? host = null)
    {
        var words = Reported.Offer(++_offers);
        if (site is not null)
            site.Pages[$"/{_offers}"] = $"<p>{words}</p>";
        return desk.OfferAsync(words, host is null ? null : $"http://{host}/{_offers}");
    }
}
