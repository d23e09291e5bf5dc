using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Danger;
using Terjaga.Common.Work;
using Terjaga.Privacy;

namespace Terjaga.Intake.Telling;

/// <summary>Whether and where a reporter can be written to.</summary>
internal sealed class FindReporter(TerjagaDb db, DeskKey desk, ReporterMailKeys keys, SendToReporter send)
{
    /// <summary>A new report that names a mail address: asking it is stored as work with the report's filing. Where mail is off nothing is kept.</summary>
    public async Task NameAsync(Report report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!send.IsOn || await AddressAsync(report.Id, cancellationToken) is not { } address)
            return;
        db.ReporterMails.Add(ReporterMail.Name(report.Id, keys.HashOf(address), report.Language ?? Report.DefaultLanguage, now));
        db.Schedule(AskReporterJob.Kind, report.Id, now);
    }

    /// <summary>Null where there is no contact any more, none by mail, or another than was asked.</summary>
    public async Task<string?> AddressOfAsync(ReporterMail mail, CancellationToken cancellationToken) =>
        await AddressAsync(mail.ReportId, cancellationToken) is { } address && keys.HashOf(address).AsSpan().SequenceEqual(mail.AddressHash) ? address : null;

    /// <summary>Nobody in danger is written to by a machine: somebody else may read their mail.</summary>
    public Task<bool> IsInDangerAsync(Guid reportId, CancellationToken cancellationToken) => db.DangerFiles.AnyAsync(d => d.ReportId == reportId, cancellationToken);

    private async Task<string?> AddressAsync(Guid reportId, CancellationToken cancellationToken) =>
        await db.SealedContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == reportId, cancellationToken) is { } contact
            ? ReporterAddress.In(contact.Open(desk))
            : null;
}
