using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Terjaga.Accounts;

/// <summary>An officer proves who they are.</summary>
public sealed partial class SignIn
{
    private readonly UserManager<Officer> _officers;
    private readonly ILogger<SignIn> _logger;

    internal SignIn(UserManager<Officer> officers, ILogger<SignIn> logger) => (_officers, _logger) = (officers, logger);

    public sealed record Input(string? Name, string? Password);

    /// <summary>
    /// Fails with <c>signin.failed</c>, the same for an unknown name, a wrong password, a locked and a disabled account;
    /// an unknown name costs the same work as a known one.
    /// </summary>
    public async Task<Result<Acting>> RunAsync(Input input)
    {
        var password = input.Password is { Length: <= Passwords.MaxLength } given ? given : "";
        var officer = input.Name is { Length: > 0 and <= Officer.MaxNameLength } name && PlainText.IsReadable(name)
            ? await _officers.FindByNameAsync(name)
            : null;
        if (officer is null)
        {
            _officers.PasswordHasher.VerifyHashedPassword(new Officer(), UnknownHash.Value, password);
            return new Problem("signin.failed");
        }

        var isRight = await _officers.CheckPasswordAsync(officer, password);
        if (officer.DisabledAt is not null || await _officers.IsLockedOutAsync(officer))
            return new Problem("signin.failed");
        if (!isRight)
        {
            await _officers.AccessFailedAsync(officer);
            LogFailed(officer.Id);
            return new Problem("signin.failed");
        }

        await _officers.ResetAccessFailedCountAsync(officer);
        return officer.ToActing();
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
