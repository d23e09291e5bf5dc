using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Work;

namespace Terjaga.Intake.Telling;

/// <summary>Sends the one mail that asks whether an address is the reporter's.</summary>
/// <remarks>
/// Two steps, the first stored before the second: a place among the few mails that this address may get this month, then the mail. So nobody can
/// use the desk to flood a stranger, however many reports name them and however many workers send at once.
/// </remarks>
internal sealed class AskReporterJob(TerjagaDb db, FindReporter find, SendToReporter send, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "ask-reporter";

    /// <summary>Mails that ask, in one hour to all addresses together: a desk that is used to write to many strangers writes slowly.</summary>
    public const int AsksInHour = 200;

    private static readonly TimeSpan _hour = TimeSpan.FromHours(1), _patience = TimeSpan.FromMinutes(10);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mail = await db.ReporterMails.SingleAsync(m => m.ReportId == item.SubjectId, cancellationToken);
        if (!send.IsOn || mail is not { AskedAt: null, RefusedAt: null } || await find.IsInDangerAsync(mail.ReportId, cancellationToken)
            || await find.AddressOfAsync(mail, cancellationToken) is not { } address)
        {
            return;
        }

        if (mail.Slot is null)
        {
            if (await FreeSlotAsync(mail, now, cancellationToken) is not { } slot)
                return;
            mail.Take(slot);
            item.ComeBack(now);
        }
        else if (await IsBusyAsync(now - _hour, cancellationToken))
        {
            item.ComeBack(now + _patience);
        }
        else if (await send.TryAskAsync(address, mail, cancellationToken))
        {
            mail.Ask(clock.GetUtcNow());
        }
        else
        {
            mail.Refuse(clock.GetUtcNow());
        }
    }

    private async Task<bool> IsBusyAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        await db.ReporterMails.CountAsync(m => m.AskedAt > since, cancellationToken) >= AsksInHour;

    /// <summary>Null where this address was asked often enough this month.</summary>
    private async Task<int?> FreeSlotAsync(ReporterMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var first = ReporterMail.FirstSlotOf(now);
        var taken = await db.ReporterMails.AsNoTracking().Where(m => m.AddressHash == mail.AddressHash && m.Slot >= first)
            .Select(m => m.Slot).ToListAsync(cancellationToken);
        return Enumerable.Range(first, ReporterMail.AsksInMonth).Where(slot => !taken.Contains(slot)).Select(slot => (int?)slot).FirstOrDefault();
    }
}
