using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Linking;
using Terjaga.Screening.Similarity;

namespace Terjaga.Casework.Joining;

/// <summary>A link with its two reports side by side: what agrees, what differs, and what would follow from joining their cases.</summary>
public sealed class ReadLink(TerjagaDb db, PreviewJoin preview, ReadSharing sharing)
{
    /// <param name="Words">All that the report brought to read.</param>
    /// <param name="Differing">Places in the words that the other report has not.</param>
    public sealed record Side(Guid ReportId, Guid CaseFileId, DateTimeOffset FiledAt, string Words, bool StandsApart, IReadOnlyList<TextSpan> Differing);

    /// <param name="Kind">Null where a person parted them without a link.</param>
    /// <param name="BitCount">Bits in which the pictures agree, of 256; null where none look alike.</param>
    /// <param name="Follows">Null where the two are in one case, or a person cannot join their cases.</param>
    public sealed record View(
        Guid Id, LinkKind? Kind, CaseLinkState State, double Strength, double Resemblance, int? BitCount, IReadOnlyList<string> Contacts,
        Side First, Side Second, PreviewJoin.View? Follows);

    /// <summary>Fails with <c>access.denied</c>, <c>access.not-shared</c> (a comparison shows all words) or <c>link.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ReadCases))
            return new Problem("access.denied");
        if (!(await sharing.ForAsync(by, cancellationToken)).SeesWhole(SharedField.ReportWords))
            return new Problem("access.not-shared");
        if (await db.CaseLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } link)
            return new Problem("link.unknown");
        var one = await db.CaseReports.AsNoTracking().SingleAsync(r => r.ReportId == link.FirstReportId, cancellationToken);
        var other = await db.CaseReports.AsNoTracking().SingleAsync(r => r.ReportId == link.SecondReportId, cancellationToken);
        var agreement = Agreement.Of(one.Words, other.Words);
        var follows = (await preview.RunAsync(by, one.CaseFileId, other.CaseFileId, cancellationToken)).TryGet(out var view, out _) ? view : null;
        return new View(
            id, link.Kind, link.State, link.Strength, link.Resemblance, PdqHash.BitCount - link.Bits,
            link.Contacts.Split('\n', StringSplitOptions.RemoveEmptyEntries), Of(one, agreement.OnlyInFirst), Of(other, agreement.OnlyInSecond), follows);
    }

    private static Side Of(CaseReport report, IReadOnlyList<TextSpan> differing) =>
        new(report.ReportId, report.CaseFileId, report.FiledAt, report.Words, report.StandsApart, differing);
}
