using CsCheck;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Takedown;
using Terjaga.Tests.Casework.Notes;

namespace Terjaga.Tests.Casework.Undoing;

/// <summary>Whatever officers decide, join and take back: what is undone is as though it had never been, and nothing comes past the verification.</summary>
public sealed class UndoDecisionPropertyTests(ScratchPostgres postgres)
{
    private static int _offers;

    public enum Move
    {
        Verify,
        Dismiss,
        HandOver,
        Accept,
        Return,
        Answer,
        End,
        Draft,
        DraftOther,
        Undo,
        UndoAgain,
        Join,
        Part,
    }

    [Theory]
    [InlineData("sqlite", 40)]
    [InlineData("postgres", 12)]
    public async Task What_is_taken_back_is_exactly_as_before_and_no_walk_comes_to_a_forbidden_state(string database, int walks)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.TwoHosts);
        Guid[] recipients = [await desk.RecipientAsync(TestSite.Host), await desk.RecipientAsync(CaseWalk.OtherHost)];

        // Half of the moves go on from where the case is: a walk of chance alone would rarely come far.
        await Gen.Select(Gen.Enum<Move>(), Gen.Bool).Array[4, 18].SampleAsync(
            async moves =>
            {
                var walk = new Walk(desk, recipients, await OfferAsync(desk, site, TestSite.Host), await OfferAsync(desk, site, CaseWalk.OtherHost));
                foreach (var (move, goesOn) in moves)
                    await walk.GoAsync(goesOn ? await walk.OnwardsAsync(move) : move);
                await walk.BackAsync();
            },
            iter: walks, threads: 1);
    }

    private static async Task<Guid> OfferAsync(TestDesk desk, TestSite site, string host)
    {
        var number = ++_offers;
        site.Pages[$"/{number}"] = $"<p>{Reported.Offer(number)}</p>";
        return await desk.OfferAsync(Reported.Offer(number), $"http://{host}/{number}");
    }

    /// <summary>How a case stands, in all that a decision or a joining changes.</summary>
    private sealed record Standing(CaseState State, bool IsDrafted, int Drafts, int Reports);

    private sealed record Taken(Standing Before, int VersionBefore, int VersionAfter, Role Role);

    private sealed class Walk(TestDesk desk, Guid[] recipients, Guid id, Guid other)
    {
        private readonly Stack<Taken> _done = new();
        private readonly List<Move> _gone = [];
        private Standing? _beforeJoin;
        private Guid? _join;

        /// <summary>A move that is open in the state of the case.</summary>
        public async Task<Move> OnwardsAsync(Move otherwise) => (await desk.FileAsync(id)).State switch
        {
            CaseState.New => Move.Verify,
            CaseState.Verified => Move.HandOver,
            CaseState.HandedOver => otherwise > Move.Return ? Move.Draft : Move.Accept,
            CaseState.UnderReview => otherwise > Move.Return ? Move.DraftOther : Move.Return,
            CaseState.Returned => otherwise > Move.Return ? Move.Answer : Move.Dismiss,
            _ => otherwise,
        };

        public async Task GoAsync(Move move)
        {
            var (before, version) = (await StandAsync(), (await desk.FileAsync(id)).Version);
            _gone.Add(move);
            if (move is Move.Undo or Move.UndoAgain)
                await UndoAsync(version);
            else if (move is Move.Join or Move.Part)
                await JoinOrPartAsync(move, before);
            else if (await TakeAsync(move) is { } role)
                Push(new Taken(before, version, (await desk.FileAsync(id)).Version, role));
            await CheckAsync();
        }

        /// <summary>All that can be taken back is.</summary>
        public async Task BackAsync()
        {
            while (_done.TryPeek(out var last) && last.VersionAfter == (await desk.FileAsync(id)).Version)
                await GoAsync(Move.Undo);
        }

        private void Push(Taken taken)
        {
            _done.Push(taken);
            _beforeJoin = null;
        }

        private async Task<Role?> TakeAsync(Move move)
        {
            if (move is Move.Draft or Move.DraftOther)
                return (await desk.DraftAsync(id, recipients[move == Move.Draft ? 0 : 1])).TryGet(out _, out _) ? Role.KomdigiOfficer : null;
            var step = move == Move.End ? CaseStep.Close : Enum.Parse<CaseStep>(move.ToString());
            var role = CaseWalk.RoleOf(step);
            return (await desk.TakeAsync(id, role, step, move == Move.End ? CaseOutcome.NothingToActOn : null)).TryGet(out _, out _) ? role : null;
        }

        private async Task UndoAsync(int version)
        {
            if (!_done.TryPeek(out var last) || last.VersionAfter != version)
            {
                Expect.Problem("undo.nothing", await desk.UndoAsync(id, Role.Kp2miAnalyst));
                return;
            }

            var from = (await desk.FileAsync(id)).State;
            Expect.Value(await desk.UndoAsync(id, last.Role));
            _done.Pop();
            var expected = from == CaseState.Dismissed ? last.Before with { State = CaseState.New } : last.Before;
            Assert.True(expected == await StandAsync(), $"{string.Join(' ', _gone)}: expected {expected}, is {await StandAsync()}");
            _beforeJoin = null;
            var isWhole = expected == last.Before;
            if (_done.TryPop(out var earlier) && isWhole && earlier.VersionAfter == last.VersionBefore)
                Push(earlier with { VersionAfter = version + 1 });
            else
                _done.Clear();
        }

        private async Task JoinOrPartAsync(Move move, Standing before)
        {
            if (move == Move.Join && _join is null && (await NoteTests.MergeAsync(desk, other, id)).TryGet(out _, out _))
            {
                _join = await desk.ReadAsync(db => db.CaseJoins.Where(j => j.FromId == other && j.UndoneAt == null).Select(j => j.Id).SingleAsync());
                _beforeJoin = before;
                _done.Clear();
            }
            else if (move == Move.Part && _join is { } join)
            {
                Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(
                    new(TestDesk.As(Role.Kp2miAnalyst), join, "Keliru."), TestContext.Current.CancellationToken)));
                await desk.WorkAsync();
                Assert.True(_beforeJoin is null || _beforeJoin == await StandAsync(), $"{string.Join(' ', _gone)}: before {_beforeJoin}, is {await StandAsync()}");
                (_join, _beforeJoin) = (null, null);
                _done.Clear();
            }

            await desk.WorkAsync();
        }

        private async Task<Standing> StandAsync()
        {
            var file = await desk.FileAsync(id);
            return new Standing(
                file.State, file.IsDrafted, await desk.ReadAsync(db => db.Orders.CountAsync(o => o.CaseFileId == id && o.State == OrderState.Drafted)),
                await desk.ReadAsync(db => db.CaseReports.CountAsync(r => r.CaseFileId == id)));
        }

        /// <summary>The log makes the state, and whatever is beyond KP2MI was verified by it since it was new.</summary>
        private async Task CheckAsync()
        {
            var (state, isVerified) = (CaseState.New, false);
            foreach (var kind in (await desk.EventsAsync(id)).Select(e => e.Kind))
            {
                state = CaseEvents.Next(state, kind);
                isVerified = state is not (CaseState.New or CaseState.Dismissed) && (isVerified || kind == CaseEvents.Verified);
                Assert.True(isVerified || state is CaseState.New or CaseState.Dismissed, $"{string.Join(' ', _gone)}: {kind} led to {state}");
            }

            Assert.Equal((await desk.FileAsync(id)).State, state);
        }
    }
}
