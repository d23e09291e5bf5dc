using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Terjaga.Accounts.Factors;

namespace Terjaga.Accounts;

/// <summary>An officer proves who they are, in two steps: a password, then a code where one was set up.</summary>
public sealed partial class SignIn
{
    private readonly TerjagaDb _db;
    private readonly UserManager<Officer> _officers;
    private readonly CheckCode _code;
    private readonly ILogger<SignIn> _logger;

    internal SignIn(TerjagaDb db, UserManager<Officer> officers, CheckCode code, ILogger<SignIn> logger) =>
        (_db, _officers, _code, _logger) = (db, officers, code, logger);

    public sealed record Input(string? Name, string? Password);

    /// <summary>How far the first step came; never told to the person, who sees the same next page.</summary>
    /// <param name="OfficerId">Null unless the password was right and the account is open.</param>
    /// <param name="HasFactor">Whether a code is needed; false where nobody is known.</param>
    public sealed record FirstStep(Guid? OfficerId, bool HasFactor);

    public sealed record Proven(Acting Officer, Proof Proof);

    /// <summary>Checks the password. An unknown name costs the same work as a known one, and five wrong ones let an account rest.</summary>
    public async Task<FirstStep> BeginAsync(Input input, CancellationToken cancellationToken)
    {
        var password = input.Password is { Length: <= Passwords.MaxLength } given ? given : "";
        var officer = input.Name is { Length: > 0 and <= Officer.MaxNameLength } name && PlainText.IsReadable(name)
            ? await _officers.FindByNameAsync(name)
            : null;
        if (officer?.PasswordHash is null)
        {
            _officers.PasswordHasher.VerifyHashedPassword(new Officer(), UnknownHash.Value, password);
            return new FirstStep(null, HasFactor: false);
        }

        var isRight = await _officers.CheckPasswordAsync(officer, password);
        if (officer.DisabledAt is not null || await _officers.IsLockedOutAsync(officer))
            return new FirstStep(null, HasFactor: false);
        if (isRight)
            return new FirstStep(officer.Id, await _db.HasFactorAsync(officer, cancellationToken));
        await FailAsync(officer);
        return new FirstStep(null, HasFactor: false);
    }

    /// <summary>
    /// Checks the code, which may be left out where none was set up. Fails with <c>signin.failed</c>, the same for an unknown
    /// name, a wrong password, a wrong code, a code that was used, and an account that rests or is closed.
    /// </summary>
    /// <param name="officerId">What the first step gave.</param>
    public async Task<Result<Proven>> EndAsync(Guid? officerId, string? code, CancellationToken cancellationToken)
    {
        var officer = await _officers.FindByIdAsync($"{officerId ?? Guid.Empty}");
        if (officer is null || officer.DisabledAt is not null || await _officers.IsLockedOutAsync(officer))
            return new Problem("signin.failed");
        var hasFactor = await _db.HasFactorAsync(officer, cancellationToken);
        if (hasFactor && !await _code.RunAsync(officer, code, cancellationToken))
        {
            await FailAsync(officer);
            return new Problem("signin.failed");
        }

        var isSaved = await _officers.ResetAccessFailedCountAsync(officer);
        return isSaved.Succeeded
            ? new Proven(officer.ToActing(), hasFactor ? Proof.PasswordAndCode : Proof.Password)
            : new Problem("signin.failed");
    }

    private async Task FailAsync(Officer officer)
    {
        await _officers.AccessFailedAsync(officer);
        LogFailed(officer.Id);
    }

    [LoggerMessage(LogLevel.Information, "A sign-in of officer {OfficerId} failed")]
    private partial void LogFailed(Guid officerId);

    /// <summary>A hash that no password matches, so that an unknown name takes as long to refuse.</summary>
    private static class UnknownHash
    {
        public static readonly string Value =
            new PasswordHasher<Officer>().HashPassword(new Officer(), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
    }
}
