using Microsoft.EntityFrameworkCore;
using Terjaga.Campaigns;
using Terjaga.Campaigns.Indicators;
using Terjaga.Common.Work;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework.Joining;

/// <summary>
/// Looks for copies of a filed report. Strong links join undecided cases; what is weaker, or would join a decided case, is
/// proposed to a person.
/// </summary>
internal sealed class LinkReportJob(TerjagaDb db, FindCopies find, CountContact count, JoinSteps steps, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "link-report";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await GoHomeAsync(item.SubjectId, cancellationToken);
        var copies = await find.RunAsync(item.SubjectId, db.WordsOfReportsAsync, cancellationToken);
        Guid[] ids = [item.SubjectId, .. copies.Select(copy => copy.ReportId)];
        var filed = await db.FiledReportsAsync(ids, cancellationToken);
        foreach (var copy in copies)
        {
            var (own, other) = (filed[item.SubjectId], filed[copy.ReportId]);
            if (own.CaseFileId != other.CaseFileId && await LinkAsync(own, other, copy, cancellationToken))
                filed = await db.FiledReportsAsync(ids, cancellationToken);
        }
    }

    /// <summary>Its case may have become part of another one while it was being filed.</summary>
    private async Task GoHomeAsync(Guid reportId, CancellationToken cancellationToken)
    {
        var own = (await db.FiledReportsAsync([reportId], cancellationToken))[reportId];
        var root = await db.RootOfOfferAsync(own.OfferId, cancellationToken);
        if (root != own.CaseFileId)
            await db.TogetherAsync(() => db.FollowAsync([own.OfferId], root, cancellationToken), cancellationToken);
    }

    /// <summary>Joins the cases of two reports, or proposes it; says whether they are joined.</summary>
    private async Task<bool> LinkAsync(FiledReport own, FiledReport other, Copy copy, CancellationToken cancellationToken)
    {
        var between = await db.LinksBetween(own.CaseFileId, other.CaseFileId).ToListAsync(cancellationToken);
        if (between.Exists(link => link.State == CaseLinkState.Refused))
            return false;
        var (one, two) = (await TrackAsync(own.CaseFileId, cancellationToken), await TrackAsync(other.CaseFileId, cancellationToken));
        var joins = copy.Strength >= LinkRules.Joins && one.State == CaseState.New && two.State == CaseState.New
            && !await StandsApartAsync(one.Id, two.Id, cancellationToken);
        if (!joins && between.Exists(link => link.State == CaseLinkState.Proposed))
            return false;

        var link = await KnownAsync(own, other, cancellationToken) ?? db.CaseLinks.Add(CaseLink.Between(own, other, copy, clock.GetUtcNow())).Entity;
        if (copy.Kind == LinkKind.Identifier)
            await CountAsync(copy, cancellationToken);
        if (!joins)
        {
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }

        var (older, younger) = one.Id.CompareTo(two.Id) < 0 ? (one, two) : (two, one);
        await steps.MergeAsync(younger, older, link, _by, null, cancellationToken);
        return true;
    }

    /// <summary>One report that stands apart keeps its whole case apart: with the case it would become part of the other.</summary>
    private Task<bool> StandsApartAsync(Guid one, Guid two, CancellationToken cancellationToken) =>
        db.CaseReports.AnyAsync(r => (r.CaseFileId == one || r.CaseFileId == two) && r.StandsApart, cancellationToken);

    /// <summary>The link of the same two reports that was found before, when they were in other cases.</summary>
    private Task<CaseLink?> KnownAsync(FiledReport one, FiledReport other, CancellationToken cancellationToken)
    {
        Guid[] pair = [one.ReportId, other.ReportId];
        return db.CaseLinks.SingleOrDefaultAsync(l => pair.Contains(l.FirstReportId) && pair.Contains(l.SecondReportId), cancellationToken);
    }

    private Task<CaseFile> TrackAsync(Guid id, CancellationToken cancellationToken) => db.CaseFiles.SingleAsync(c => c.Id == id, cancellationToken);

    /// <summary>What contacts alone linked is counted; a contact that would link everything links nobody, and what it alone joined parts again.</summary>
    private async Task CountAsync(Copy copy, CancellationToken cancellationToken)
    {
        foreach (var contact in copy.Contacts)
        {
            if (await count.RunAsync(contact, cancellationToken))
                db.Schedule(PartDemotedJob.Kind, (await db.Contacts.SingleAsync(c => c.Key == contact, cancellationToken)).Id, clock.GetUtcNow());
        }
    }
}
