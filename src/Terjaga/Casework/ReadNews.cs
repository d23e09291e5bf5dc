using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Casework;

/// <summary>What happened to a case since an officer saw it, for whoever came second.</summary>
public sealed class ReadNews(TerjagaDb db)
{
    /// <param name="YourVersion">The case as the officer saw it.</param>
    /// <param name="Version">The case now.</param>
    /// <param name="Events">What an officer decides on and had not seen, in order.</param>
    public sealed record News(int YourVersion, int Version, IReadOnlyList<ReadCase.EventRow> Events);

    /// <summary>Null where the case is not known, or became part of another one.</summary>
    public async Task<News?> RunAsync(Guid caseFileId, int yourVersion, CancellationToken cancellationToken)
    {
        if (await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseFileId && c.MergedIntoId == null, cancellationToken) is not { } file)
            return null;

        // Each event that counts moved the version by one.
        var count = Math.Clamp((long)file.Version - yourVersion, 0, ReadCase.MaxShown);
        var events = await db.Events.AsNoTracking()
            .Where(e => e.SubjectId == caseFileId && e.Kind != CaseEvents.ReportJoined && e.Kind != CaseEvents.CaseJoined && e.Kind != CaseEvents.Opened)
            .OrderByDescending(e => e.Id).Take((int)count).ToListAsync(cancellationToken);
        return new News(yourVersion, file.Version, [.. events.AsEnumerable().Reverse().Select(e => new ReadCase.EventRow(e.At, e.SubjectId, e.Kind, e.Actor.Value, e.Reason))]);
    }
}
