using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>An administrator lets a person become an officer.</summary>
public sealed class InviteOfficer(TerjagaDb db, TimeProvider clock)
{
    /// <summary>How long an invitation may be used.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    public sealed record Input(Acting By, string? SignInName, string? DisplayName, Ministry Ministry, Role Role);

    /// <summary>The secret part of the link, shown once and stored nowhere.</summary>
    public sealed record Link(string Token);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>officer.name-invalid</c>, <c>officer.name-taken</c>,
    /// <c>officer.role-invalid</c>, <c>officer.organisation-invalid</c> or <c>officer.role-of-other-ministry</c>.
    /// </summary>
    public async Task<Result<Link>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.InviteOfficers))
            return new Problem("access.denied");
        if (SignInName(input.SignInName) is not { } name || DisplayName(input.DisplayName) is not { } display)
            return new Problem("officer.name-invalid", Officer.MaxNameLength);
        if (!Enum.IsDefined(input.Role))
            return new Problem("officer.role-invalid");
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == input.Ministry, cancellationToken) is not { } organisation)
            return new Problem("officer.organisation-invalid");
        if (!organisation.Roles.Contains(input.Role))
            return new Problem("officer.role-of-other-ministry");
        var normalised = name.ToUpperInvariant();
        if (await db.Officers.AnyAsync(o => o.NormalizedUserName == normalised, cancellationToken))
            return new Problem("officer.name-taken");

        var now = clock.GetUtcNow();
        var (invitation, token) = Invitation.Issue(now, Validity, name, display, input.Ministry, input.Role);
        db.Invitations.Add(invitation);
        db.Events.Add(DeskEvent.Record(now, invitation.Id, AccountEvents.Invited, input.By.Actor));
        await db.SaveChangesAsync(cancellationToken);
        return new Link(token);
    }

    /// <summary>Letters, digits and <c>. - _ @</c>, so that a name reads the same in every place.</summary>
    private static string? SignInName(string? typed) =>
        typed?.Trim() is { Length: > 2 and <= Officer.MaxNameLength } name
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@') ? name : null;

    private static string? DisplayName(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= Officer.MaxNameLength } name
            && PlainText.IsReadable(name) && !name.Any(char.IsControl) ? name : null;
}
