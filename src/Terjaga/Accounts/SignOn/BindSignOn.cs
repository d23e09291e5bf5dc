using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts.SignOn;

/// <summary>An administrator says who an officer is at their ministry's sign-in.</summary>
public sealed class BindSignOn(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest subject, in characters; also the bound of the form field.</summary>
    public const int MaxSubjectLength = SignOnBinding.MaxSubjectLength;

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>sign-on.subject-invalid</c>, <c>officer.unknown</c>,
    /// <c>sign-on.other-organisation</c> or <c>sign-on.taken</c>.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Acting by, Guid officerId, SignOnName name, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        if (name.Subject is not { Length: > 0 and <= MaxSubjectLength } || !PlainText.IsReadable(name.Subject) || name.Subject.Any(char.IsControl))
            return new Problem("sign-on.subject-invalid", MaxSubjectLength);
        if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == officerId && o.DisabledAt == null, cancellationToken) is not { } officer)
            return new Problem("officer.unknown");
        if (officer.Ministry != name.Ministry)
            return new Problem("sign-on.other-organisation");

        var now = clock.GetUtcNow();
        db.SignOns.Add(SignOnBinding.Bind(officerId, name, now));
        db.Events.Add(DeskEvent.Record(now, officerId, AccountEvents.SignOnBound, by.Actor));
        try
        {
            return await db.SaveAndEndAsync(officerId, null, now, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new Problem("sign-on.taken");
        }
    }
}
