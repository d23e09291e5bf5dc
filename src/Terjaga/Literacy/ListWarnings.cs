using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Warnings;

namespace Terjaga.Literacy;

/// <summary>What the public is warned of, the newest first; withdrawn ones say so.</summary>
public sealed class ListWarnings(TerjagaDb db)
{
    /// <summary>Most warnings of a page.</summary>
    public const int MaxShown = 30;

    /// <param name="Signs">Ids of danger signs, the most frequent first.</param>
    /// <param name="ReportCount">Of the campaign on the day of the warning.</param>
    /// <param name="WithdrawnAt">Null while it stands.</param>
    public sealed record Row(DateTimeOffset PublishedAt, IReadOnlyList<string> Signs, int ReportCount, DateTimeOffset? WithdrawnAt);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var warnings = await db.PublicWarnings.AsNoTracking().OrderByDescending(w => w.Id).Take(MaxShown).ToListAsync(cancellationToken);
        return warnings.ConvertAll(Of);
    }

    /// <summary>The one that stands for a case; null where there is none.</summary>
    public async Task<Row?> OfCaseAsync(Guid caseFileId, CancellationToken cancellationToken) =>
        await db.PublicWarnings.AsNoTracking().SingleOrDefaultAsync(w => w.CaseFileId == caseFileId && w.WithdrawnAt == null, cancellationToken) is { } warning
            ? Of(warning)
            : null;

    private static Row Of(PublicWarning warning) => new(warning.PublishedAt, warning.Signs.Split('\n'), warning.ReportCount, warning.WithdrawnAt);
}
