using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>An invited person chooses a password and becomes an officer.</summary>
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

    /// <summary>Fails with <c>invitation.unknown</c>: never given, used, or expired.</summary>
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
        if (input.Password is not { Length: >= Passwords.MinLength and <= Passwords.MaxLength } password)
            return new Problem("password.too-short", Passwords.MinLength);

        var now = _clock.GetUtcNow();
        var officer = Officer.Join(invitation, now);
        invitation.Use(now);
        _db.Events.Add(DeskEvent.Record(now, officer.Id, AccountEvents.Joined, Actor.Officer(officer.Id)));
        try
        {
            // The store saves everything that is tracked: officer, used invitation and event in one transaction.
            var result = await _officers.CreateAsync(officer, password);
            return result.Succeeded ? officer.ToActing() : new Problem("officer.name-taken");
        }
        catch (DbUpdateException)
        {
            return new Problem("invitation.unknown");
        }
    }

    private Task<Invitation?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        var hash = Invitation.HashOf(token ?? "");
        var now = _clock.GetUtcNow();
        return _db.Invitations.SingleOrDefaultAsync(
            i => i.TokenHash == hash && i.UsedAt == null && i.ExpiresAt > now, cancellationToken);
    }
}
