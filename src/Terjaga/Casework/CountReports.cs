using Microsoft.EntityFrameworkCore;

namespace Terjaga.Casework;

/// <summary>How many reports the case of the same words or the same address has.</summary>
public sealed class CountReports(TerjagaDb db)
{
    /// <param name="address">Null where the words are no address.</param>
    public async Task<int> RunAsync(string words, WebAddress? address, CancellationToken cancellationToken)
    {
        var key = address is null ? CaseKey.Of(words) : CaseKey.Of(address);
        if (key is null)
            return 0;
        var offers = db.CaseKeys.Where(k => k.Value == key).Select(k => k.CaseFileId);
        var files = db.CaseReports.Where(report => offers.Contains(report.OfferId)).Select(report => report.CaseFileId);
        return await db.CaseReports.CountAsync(report => files.Contains(report.CaseFileId), cancellationToken);
    }
}
