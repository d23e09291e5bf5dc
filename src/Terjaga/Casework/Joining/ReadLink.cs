using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Screening;
using Terjaga.Screening.Linking;
using Terjaga.Screening.Similarity;

namespace Terjaga.Casework.Joining;

/// <summary>A link with its two reports side by side: what agrees, what differs, and what would follow from joining them.</summary>
public sealed class ReadLink(TerjagaDb db)
{
    /// <param name="Words">All that the report brought to read.</param>
    /// <param name="Other">Places in the words that the other report has not.</param>
    public sealed record Side(Guid ReportId, DateTimeOffset FiledAt, string Words, bool StandsApart, IReadOnlyList<TextSpan> Other, CaseSide Case);

    /// <summary>The case that one of the two belongs to now.</summary>
    public sealed record CaseSide(Guid Id, string Title, CaseState State, int Version, int ReportCount, int PlaceCount);

    /// <param name="Kind">Null where a person parted them without a link.</param>
    /// <param name="BitCount">Bits in which the pictures agree, of 256; null where none look alike.</param>
    /// <param name="NewPlaceCount">Places that the one case would bring to the other.</param>
    /// <param name="From">The case that would become part of the other; null where a person cannot join them.</param>
    public sealed record View(
        Guid Id, LinkKind? Kind, CaseLinkState State, double Strength, double Resemblance, int? BitCount, IReadOnlyList<string> Contacts,
        Side First, Side Second, CaseSide? From, CaseSide? Into, int NewPlaceCount);

    /// <summary>Fails with <c>access.denied</c> or <c>link.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (await db.CaseLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } link)
            return new Problem("link.unknown");
        var one = await db.CaseReports.AsNoTracking().SingleAsync(r => r.ReportId == link.FirstReportId, cancellationToken);
        var other = await db.CaseReports.AsNoTracking().SingleAsync(r => r.ReportId == link.SecondReportId, cancellationToken);
        var agreement = Agreement.Of(one.Words, other.Words);
        var first = new Side(one.ReportId, one.FiledAt, one.Words, one.StandsApart, agreement.OnlyInFirst, await CaseAsync(one.CaseFileId, cancellationToken));
        var second = new Side(other.ReportId, other.FiledAt, other.Words, other.StandsApart, agreement.OnlyInSecond, await CaseAsync(other.CaseFileId, cancellationToken));
        var (from, into) = Direction(first.Case, second.Case);
        return new View(
            id, link.Kind, link.State, link.Strength, link.Resemblance, Screening.Images.Pdq.PdqHash.BitCount - link.Bits, SplitContacts(link.Contacts),
            first, second, from, into, from is null || into is null ? 0 : await NewPlacesAsync(from.Id, into.Id, cancellationToken));
    }

    internal static IReadOnlyList<string> SplitContacts(string contacts) => contacts.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is undecided joins what is decided; of two undecided ones the younger joins the older.</summary>
    private static (CaseSide? From, CaseSide? Into) Direction(CaseSide one, CaseSide other)
    {
        var (older, younger) = one.Id.CompareTo(other.Id) < 0 ? (one, other) : (other, one);
        return one.Id == other.Id ? (null, null)
            : JoinRules.CanBecomePart(younger.State, older.State) ? (younger, older)
            : JoinRules.CanBecomePart(older.State, younger.State) ? (older, younger)
            : (null, null);
    }

    private async Task<CaseSide> CaseAsync(Guid id, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == id, cancellationToken);
        var reports = db.CaseReports.Where(r => r.CaseFileId == id);
        return new CaseSide(
            id, file.Title, file.State, file.Version, await reports.CountAsync(cancellationToken),
            await reports.Where(r => r.ItemId != null).Select(r => r.ItemId).Distinct().CountAsync(cancellationToken));
    }

    private Task<int> NewPlacesAsync(Guid from, Guid into, CancellationToken cancellationToken)
    {
        var there = db.CaseReports.Where(r => r.CaseFileId == into);
        return db.CaseReports.Where(r => r.CaseFileId == from && r.ItemId != null && !there.Any(known => known.ItemId == r.ItemId))
            .Select(r => r.ItemId).Distinct().CountAsync(cancellationToken);
    }
}
