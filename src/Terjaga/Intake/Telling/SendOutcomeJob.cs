using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Intake.Telling;

/// <summary>Sends the one message about how a report ended. After a crash it goes again with the same identity and the same bytes.</summary>
internal sealed class SendOutcomeJob(TerjagaDb db, FindReporter find, SendToReporter send, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "send-outcome";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var message = await db.ReporterMessages.SingleAsync(m => m.ReportId == item.SubjectId, cancellationToken);
        if (message is not { SentAt: null, GivenUpAt: null })
            return;
        var mail = await db.ReporterMails.AsNoTracking().SingleAsync(m => m.ReportId == item.SubjectId, cancellationToken);
        var address = mail.VerifiedAt is null || await find.IsInDangerAsync(mail.ReportId, cancellationToken) ? null : await find.AddressOfAsync(mail, cancellationToken);
        if (address is not null && await send.TryTellAsync(address, mail, message, cancellationToken))
            message.Send(clock.GetUtcNow());
        else
            message.GiveUp(clock.GetUtcNow());
    }
}
