using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts.SignOn;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>An invited person chooses a password, or takes their ministry's sign-in, and becomes an officer, or comes back as one.</summary>
public sealed class AcceptInvitation
{
    private readonly TerjagaDb _db;
    private readonly UserManager<Officer> _officers;
    private readonly TimeProvider _clock;

    internal AcceptInvitation(TerjagaDb db, UserManager<Officer> officers, TimeProvider clock) =>
        (_db, _officers, _clock) = (db, officers, clock);

    public sealed record Input(string? Token, string? Password);

    /// <summary>Who is invited, for the page that asks for the password.</summary>
    public sealed record Invited(string SignInName, string DisplayName, Ministry Ministry, Role Role);

    /// <summary>Fails with <c>invitation.unknown</c>: never given, used, withdrawn, or expired.</summary>
    public async Task<Result<Invited>> LookAsync(string? token, CancellationToken cancellationToken) =>
        await FindAsync(token, cancellationToken) is { } invitation
            ? new Invited(invitation.SignInName, invitation.DisplayName, invitation.Ministry, invitation.Role)
            : new Problem("invitation.unknown");

    /// <summary>
    /// Makes the officer and uses the invitation up, together. Fails with <c>invitation.unknown</c>,
    /// <c>password.too-short</c> or <c>officer.name-taken</c>.
    /// </summary>
    public async Task<Result<Acting>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (await FindAsync(input.Token, cancellationToken) is not { } invitation)
            return new Problem("invitation.unknown");
        if (input.Password is not { Length: >= Passwords.MinLength and <= Passwords.MaxLength } password || !PlainText.IsReadable(password))
            return new Problem("password.too-short", Passwords.MinLength);

        var now = _clock.GetUtcNow();
        if (await OfficerOfAsync(invitation, now, cancellationToken) is not { } officer)
            return new Problem("invitation.unknown");
        officer.TakePassword(_officers.PasswordHasher.HashPassword(officer, password), now);
        return await StoreAsync(invitation, officer, now, cancellationToken);
    }

    /// <summary>
    /// The same by the sign-in of the ministry, which from now on opens this account. Fails with <c>invitation.unknown</c>,
    /// <c>officer.name-taken</c>, <c>sign-on.other-organisation</c> or <c>sign-on.taken</c>.
    /// </summary>
    public async Task<Result<Acting>> RunAsync(string? token, SignOnName name, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } invitation)
            return new Problem("invitation.unknown");
        if (invitation.Ministry != name.Ministry)
            return new Problem("sign-on.other-organisation");
        if (await _db.SignOns.AnyAsync(b => b.Issuer == name.Issuer && b.Subject == name.Subject, cancellationToken))
            return new Problem("sign-on.taken");
        var now = _clock.GetUtcNow();
        if (await OfficerOfAsync(invitation, now, cancellationToken) is not { } officer)
            return new Problem("invitation.unknown");
        _db.SignOns.Add(SignOnBinding.Bind(officer.Id, name, now));
        _db.Events.Add(DeskEvent.Record(now, officer.Id, AccountEvents.SignOnBound, Actor.Officer(officer.Id)));
        return await StoreAsync(invitation, officer, now, cancellationToken);
    }

    private async Task<Officer?> OfficerOfAsync(Invitation invitation, DateTimeOffset now, CancellationToken cancellationToken) =>
        invitation.OfficerId is { } id
            ? await _db.Officers.SingleOrDefaultAsync(o => o.Id == id && o.DisabledAt == null, cancellationToken)
            : Officer.Join(invitation, now);

    /// <summary>Officer, used invitation and event in one transaction.</summary>
    private async Task<Result<Acting>> StoreAsync(
        Invitation invitation, Officer officer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        invitation.Use(now);
        var kind = invitation.OfficerId is null ? AccountEvents.Joined : AccountEvents.Returned;
        _db.Events.Add(DeskEvent.Record(now, officer.Id, kind, Actor.Officer(officer.Id)));
        try
        {
            if (invitation.OfficerId is null)
            {
                // The store saves everything that is tracked.
                var result = await _officers.CreateAsync(officer);
                return result.Succeeded ? officer.ToActing() : new Problem("officer.name-taken");
            }

            await _db.SaveChangesAsync(cancellationToken);
            return officer.ToActing();
        }
        catch (DbUpdateException)
        {
            return new Problem("invitation.unknown");
        }
    }

    private Task<Invitation?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        var hash = Invitation.HashOf(token ?? "");
        return _db.OpenInvitations(_clock.GetUtcNow()).SingleOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
    }
}
