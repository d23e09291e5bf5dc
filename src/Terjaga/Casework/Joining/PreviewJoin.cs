using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;

namespace Terjaga.Casework.Joining;

/// <summary>What would follow if two cases were joined, before anybody does it.</summary>
public sealed class PreviewJoin(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>One of the two cases.</summary>
    public sealed record Side(Guid Id, string Title, CaseState State, int Version, int ReportCount, int PlaceCount);

    /// <param name="From">What would become part of the other.</param>
    /// <param name="NewPlaceCount">Places that it would bring.</param>
    public sealed record View(Side From, Side Into, int NewPlaceCount)
    {
        /// <summary>Komdigi gets the case again, for places without an order.</summary>
        public bool ComesBackForOrders => NewPlaceCount > 0 && Into.State is CaseState.Ordered or CaseState.PartlyGone or CaseState.Gone or CaseState.Closed;
    }

    /// <summary>
    /// What is undecided joins what is decided; of two undecided ones the younger joins the older. Fails with
    /// <c>access.denied</c>, <c>case.unknown</c>, <c>join.same</c> or <c>join.not-open</c>.
    /// </summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid one, Guid other, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (await db.CaseFiles.CountAsync(c => c.Id == one || c.Id == other, cancellationToken) < (one == other ? 1 : 2))
            return new Problem("case.unknown");
        var (first, second) = (await db.RootOfAsync(one, cancellationToken), await db.RootOfAsync(other, cancellationToken));
        if (first == second)
            return new Problem("join.same");
        var (older, younger) = first.CompareTo(second) < 0 ? (first, second) : (second, first);
        var shares = await sharing.ForAsync(by, cancellationToken);
        var (old, young) = (await SideAsync(older, shares, cancellationToken), await SideAsync(younger, shares, cancellationToken));
        return JoinRules.CanBecomePart(young.State, old.State) ? await ViewAsync(young, old, cancellationToken)
            : JoinRules.CanBecomePart(old.State, young.State) ? await ViewAsync(old, young, cancellationToken)
            : new Problem("join.not-open");
    }

    private async Task<View> ViewAsync(Side from, Side into, CancellationToken cancellationToken)
    {
        var there = db.CaseReports.Where(r => r.CaseFileId == into.Id);
        return new View(from, into, await db.CaseReports
            .Where(r => r.CaseFileId == from.Id && r.ItemId != null && !there.Any(known => known.ItemId == r.ItemId))
            .Select(r => r.ItemId).Distinct().CountAsync(cancellationToken));
    }

    private async Task<Side> SideAsync(Guid id, Shares shares, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var reports = db.CaseReports.Where(r => r.CaseFileId == id);
        return new Side(
            id, shares.Say(SharedField.ReportWords, file.Title), file.State, file.Version, await reports.CountAsync(cancellationToken),
            await reports.Where(r => r.ItemId != null).Select(r => r.ItemId).Distinct().CountAsync(cancellationToken));
    }
}
