using Microsoft.EntityFrameworkCore;
using Terjaga.Campaigns;
using Terjaga.Casework.Joining;

namespace Terjaga.Casework;

/// <summary>How many reports the case of the same address, the same words or nearly the same words has.</summary>
public sealed class CountReports(TerjagaDb db, FindCopies copies)
{
    /// <param name="address">Null where the words are no address.</param>
    public async Task<int> RunAsync(string words, WebAddress? address, CancellationToken cancellationToken)
    {
        var key = address is null ? CaseKey.Of(words) : CaseKey.Of(address);
        if (key is null)
            return 0;
        var offers = db.CaseKeys.Where(k => k.Value == key).Select(k => k.CaseFileId);
        var file = await db.CaseReports.Where(r => offers.Contains(r.OfferId)).OrderBy(r => r.ReportId)
            .Select(r => (Guid?)r.CaseFileId).FirstOrDefaultAsync(cancellationToken)
            ?? (address is null ? await CaseOfCopyAsync(words, cancellationToken) : null);
        return file is null ? 0 : await db.CaseReports.CountAsync(r => r.CaseFileId == file, cancellationToken);
    }

    private async Task<Guid?> CaseOfCopyAsync(string words, CancellationToken cancellationToken) =>
        await copies.NearestAsync(words, db.WordsOfReportsAsync, cancellationToken) is { } report
            ? await db.CaseReports.Where(r => r.ReportId == report).Select(r => (Guid?)r.CaseFileId).SingleOrDefaultAsync(cancellationToken)
            : null;
}
