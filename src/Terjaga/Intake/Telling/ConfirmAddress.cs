using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Work;

namespace Terjaga.Intake.Telling;

/// <summary>Whoever reads a mail address says that the report which names it is theirs.</summary>
public sealed class ConfirmAddress
{
    private readonly TerjagaDb _db;
    private readonly ReporterMailKeys _keys;
    private readonly TimeProvider _clock;

    internal ConfirmAddress(TerjagaDb db, ReporterMailKeys keys, TimeProvider clock) => (_db, _keys, _clock) = (db, keys, clock);

    /// <summary>Again it changes nothing. Where the case is at its end already, telling follows. Fails with <c>reporter-mail.unknown</c>.</summary>
    public async Task<Result<Done>> RunAsync(string? token, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (_keys.Read(token) is not { } id || await _db.ReporterMails.SingleOrDefaultAsync(m => m.ReportId == id, cancellationToken) is not { } mail)
            return new Problem("reporter-mail.unknown");
        var isKnown = mail.VerifiedAt is not null;
        if (!mail.Verify(now) && !isKnown)
            return new Problem("reporter-mail.unknown");
        if (!isKnown && await _db.CaseReports.AsNoTracking().SingleOrDefaultAsync(r => r.ReportId == id, cancellationToken) is { } report)
            _db.Schedule(TellingWork.Kind, report.CaseFileId, now);
        await _db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }
}
