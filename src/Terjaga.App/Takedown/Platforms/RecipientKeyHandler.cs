using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Terjaga.App.Errors;
using Terjaga.Takedown.Answers;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>Reads the key of a recipient's call from <c>Authorization: Bearer KEY</c> (RFC 6750).</summary>
internal sealed class RecipientKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CheckRecipientKey check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "recipient-key";

    private const string Bearer = "Bearer ";

    private string? Key => Request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Key is not { } key)
            return AuthenticateResult.NoResult();
        return (await check.RunAsync(key, Context.RequestAborted)).TryGet(out var holder, out var problem)
            ? AuthenticateResult.Success(new AuthenticationTicket(AsRecipient.Enter(Context, holder, SchemeName), SchemeName))
            : AuthenticateResult.Fail(problem.Code);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Bearer.TrimEnd();
        return ProblemAnswers.ToHttp(new Problem(Key is null ? "session.key-missing" : "session.key-unknown")).ExecuteAsync(Context);
    }
}
