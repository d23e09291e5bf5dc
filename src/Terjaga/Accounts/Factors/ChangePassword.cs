using Microsoft.AspNetCore.Identity;
using Terjaga.Common.Events;

namespace Terjaga.Accounts.Factors;

/// <summary>An officer chooses another password, and proves the old one. All other sessions end.</summary>
public sealed class ChangePassword
{
    private readonly TerjagaDb _db;
    private readonly UserManager<Officer> _officers;
    private readonly TimeProvider _clock;

    internal ChangePassword(TerjagaDb db, UserManager<Officer> officers, TimeProvider clock) =>
        (_db, _officers, _clock) = (db, officers, clock);

    /// <summary>
    /// Fails with <c>password.too-short</c>, or with <c>password.wrong</c>, which counts as a wrong sign-in: a session that
    /// was left open is no place to guess.
    /// </summary>
    public async Task<Result<Done>> RunAsync(
        Acting by, Guid sessionId, string? old, string? chosen, CancellationToken cancellationToken)
    {
        if (chosen is not { Length: >= Passwords.MinLength and <= Passwords.MaxLength } || !PlainText.IsReadable(chosen))
            return new Problem("password.too-short", Passwords.MinLength);
        if (await _officers.FindByIdAsync($"{by.OfficerId}") is not { } officer || await _officers.IsLockedOutAsync(officer))
            return new Problem("password.wrong");
        if (officer.PasswordHash is not null
            && (old is not { Length: <= Passwords.MaxLength } || !await _officers.CheckPasswordAsync(officer, old)))
        {
            await _officers.AccessFailedAsync(officer);
            return new Problem("password.wrong");
        }

        var now = _clock.GetUtcNow();
        officer.TakePassword(_officers.PasswordHasher.HashPassword(officer, chosen), now);
        _db.Events.Add(DeskEvent.Record(now, officer.Id, AccountEvents.PasswordChanged, by.Actor));
        return await _db.SaveAndEndAsync(officer.Id, sessionId, now, cancellationToken);
    }
}
