using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Queues;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Joining;

/// <summary>What joining and parting do to cases. Each step is stored whole or not at all, with its events.</summary>
public sealed class JoinSteps(TerjagaDb db, TimeProvider clock)
{
    /// <summary>A whole case becomes part of another. Throws <see cref="DbUpdateConcurrencyException"/> where one of them was changed meanwhile.</summary>
    /// <param name="from">Tracked, and so <paramref name="into"/> and <paramref name="link"/>.</param>
    internal Task MergeAsync(CaseFile from, CaseFile into, CaseLink? link, Actor by, string? reason, CancellationToken cancellationToken) =>
        db.TogetherAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                db.CaseJoins.Add(CaseJoin.Record(CaseJoinKind.Merge, from, into, link?.Id, by, reason, now));
                link?.Become(CaseLinkState.Joined);
                var bringsPlaces = await BringsPlacesAsync(db.CaseReports.Where(r => r.CaseFileId == from.Id), into.Id, cancellationToken);
                var on = await db.GroundsOfCaseAsync(into.Id, cancellationToken);
                db.Events.Add(from.MergeInto(into, now, by, reason, await db.GroundsOfCaseAsync(from.Id, cancellationToken)));
                db.Events.Add(into.Gather(now, reason is null ? CaseEvents.CaseJoined : CaseEvents.CaseTaken, by, reason, on));
                Receive(into, from.Rank, bringsPlaces, by, on, now);
                db.WeighDrafts(into, now);
                await db.SaveChangesAsync(cancellationToken);
                await db.AbsorbAsync(from.Id, into.Id, cancellationToken);
            },
            cancellationToken);

    /// <summary>Offers of one case go to another. Throws as <see cref="MergeAsync"/> does.</summary>
    /// <param name="offers">Tracked; each sits in <paramref name="from"/> or in what became part of it.</param>
    internal Task MoveAsync(
        CaseFile from, CaseFile into, IReadOnlyList<CaseFile> offers, CaseJoinKind kind, Actor by, string reason, CancellationToken cancellationToken) =>
        db.TogetherAsync(
            async () =>
            {
                var (now, ids) = (clock.GetUtcNow(), offers.Select(offer => offer.Id).ToList());
                var join = db.CaseJoins.Add(CaseJoin.Record(kind, from, into, null, by, reason, now)).Entity;
                db.MovedOffers.AddRange(ids.Select(id => MovedOffer.Of(join, id)));
                foreach (var offer in offers)
                    offer.Sit(into.Id);
                var moved = db.CaseReports.Where(r => ids.Contains(r.OfferId));
                var bringsPlaces = await BringsPlacesAsync(moved, into.Id, cancellationToken);
                var on = await db.GroundsOfCaseAsync(from.Id, cancellationToken);
                db.Events.Add(from.Gather(now, CaseEvents.OffersLeft, by, reason, on));
                db.Events.Add(into.Gather(now, CaseEvents.OffersCame, by, reason, on));
                Receive(into, await moved.MaxAsync(r => (int?)r.Rank, cancellationToken) ?? 0, bringsPlaces, by, on, now);
                db.WeighDrafts(into, now);
                db.WeighDrafts(from, now);
                await db.SaveChangesAsync(cancellationToken);
                await db.FollowAsync(ids, into.Id, cancellationToken);
                from.Weigh(await db.RankOfAsync(from.Id, cancellationToken));
                join.Link(await RefuseAsync(from.Id, into.Id, now, cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>A step is taken back, and everything is as the other steps make it. Throws as <see cref="MergeAsync"/> does.</summary>
    /// <param name="join">Tracked, and still standing.</param>
    /// <param name="reason">Null where the machine takes back what it did; it may then find the same again.</param>
    internal Task UndoAsync(CaseJoin join, Actor by, string? reason, CancellationToken cancellationToken) =>
        db.TogetherAsync(() => join.Kind == CaseJoinKind.Merge ? PartAsync(join, by, reason, cancellationToken) : MoveBackAsync(join, by, reason, cancellationToken), cancellationToken);

    private async Task PartAsync(CaseJoin join, Actor by, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var root = await TrackAsync(await db.RootOfAsync(join.IntoId, cancellationToken), cancellationToken);
        var from = await TrackAsync(join.FromId, cancellationToken);
        var offers = await db.OffersUnderAsync(from.Id, cancellationToken);
        join.Undo(now);
        var on = await db.GroundsOfCaseAsync(root.Id, cancellationToken);
        db.Events.Add(from.Part(now, by, reason, on));
        db.Events.Add(root.Gather(now, CaseEvents.CaseLeft, by, reason, on));
        Restore(join, root, by, on, now);
        db.WeighDrafts(root, now);
        var link = join.LinkId is { } id ? await db.CaseLinks.SingleAsync(l => l.Id == id, cancellationToken) : null;
        link?.Become(reason is null ? CaseLinkState.Proposed : CaseLinkState.Refused);
        await db.SaveChangesAsync(cancellationToken);
        await db.FollowAsync(offers, from.Id, cancellationToken);
        await db.TakeBackAsync(from.Id, cancellationToken);
        from.Weigh(await db.RankOfAsync(from.Id, cancellationToken));
        root.Weigh(await db.RankOfAsync(root.Id, cancellationToken));
        if (link is null)
            await RefuseAsync(root.Id, from.Id, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MoveBackAsync(CaseJoin join, Actor by, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        join.Undo(now);
        var moved = db.MovedOffers.Where(m => m.JoinId == join.Id).Select(m => m.OfferId);
        var offers = await db.CaseFiles.Where(c => moved.Contains(c.Id)).ToListAsync(cancellationToken);
        var losing = await TrackAsync(await db.RootOfAsync(join.IntoId, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var offer in offers)
            offer.Sit(await SeatAsync(offer.Id, cancellationToken));
        var on = await db.GroundsOfCaseAsync(losing.Id, cancellationToken);
        db.Events.Add(losing.Gather(now, CaseEvents.OffersLeft, by, reason, on));
        Restore(join, losing, by, on, now);
        db.WeighDrafts(losing, now);
        await TakeBackRefusalAsync(join, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var seat in offers.GroupBy(offer => offer.SeatId).ToList())
        {
            var root = await TrackAsync(await db.RootOfAsync(seat.Key, cancellationToken), cancellationToken);
            await db.FollowAsync([.. seat.Select(offer => offer.Id)], root.Id, cancellationToken);
            db.Events.Add(root.Gather(now, CaseEvents.OffersCame, by, reason, on));
            root.Weigh(await db.RankOfAsync(root.Id, cancellationToken));
            db.WeighDrafts(root, now);
        }

        losing.Weigh(await db.RankOfAsync(losing.Id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Where the last step that stands put an offer; its own case where none does.</summary>
    private async Task<Guid> SeatAsync(Guid offerId, CancellationToken cancellationToken) => await (
        from moved in db.MovedOffers
        join step in db.CaseJoins on moved.JoinId equals step.Id
        where moved.OfferId == offerId && step.UndoneAt == null
        orderby step.Id descending
        select (Guid?)step.IntoId).FirstOrDefaultAsync(cancellationToken) ?? offerId;

    private void Receive(CaseFile into, int rank, bool bringsPlaces, Actor by, Grounds on, DateTimeOffset now)
    {
        into.Weigh(Math.Max(into.Rank, rank));
        if (bringsPlaces && into.State != CaseState.New)
            db.Events.Add(into.Happen(now, CaseEvents.ItemJoined, by, on: on));
        if (rank >= QueueRank.Danger && into.State is CaseState.Dismissed or CaseState.Closed)
            db.Events.Add(into.Happen(now, CaseEvents.Reopened, by, on: on));
        db.TellReporters(into, now);
    }

    /// <summary>The state that the step changed comes back, unless something else happened since.</summary>
    private void Restore(CaseJoin join, CaseFile root, Actor by, Grounds on, DateTimeOffset now)
    {
        if (root.Id == join.IntoId && root.State != join.StateBefore && root.ChangedAt == join.At && CaseEvents.RestoredTo(join.StateBefore) is { } kind
            && CaseFlow.Allows(root.State, kind))
        {
            db.Events.Add(root.Happen(now, kind, by, on: on));
        }
    }

    private Task<CaseFile> TrackAsync(Guid id, CancellationToken cancellationToken) => db.CaseFiles.SingleAsync(c => c.Id == id, cancellationToken);

    private Task<bool> BringsPlacesAsync(IQueryable<CaseReport> coming, Guid into, CancellationToken cancellationToken)
    {
        var there = db.CaseReports.Where(r => r.CaseFileId == into);
        return coming.AnyAsync(r => r.ItemId != null && !there.Any(known => known.ItemId == r.ItemId), cancellationToken);
    }

    private async Task TakeBackRefusalAsync(CaseJoin join, CancellationToken cancellationToken)
    {
        if (join.LinkId is not { } id || await db.CaseLinks.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } link)
            return;
        if (link.Kind is null)
            db.CaseLinks.Remove(link);
        else
            link.Become(CaseLinkState.Proposed);
    }

    /// <summary>Keeps that a person parted two cases; null where that is known, or one of them is empty.</summary>
    private async Task<CaseLink?> RefuseAsync(Guid one, Guid other, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var between = await db.LinksBetween(one, other).ToListAsync(cancellationToken);
        if (between.Exists(link => link.State == CaseLinkState.Refused))
            return null;
        if (between is [var known, ..])
        {
            known.Become(CaseLinkState.Refused);
            return known;
        }

        var (first, second) = (await db.OldestReportAsync(one, cancellationToken), await db.OldestReportAsync(other, cancellationToken));
        return first is null || second is null ? null : db.CaseLinks.Add(CaseLink.Between(first, second, null, now)).Entity;
    }
}
