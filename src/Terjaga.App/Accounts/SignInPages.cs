using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts.Factors;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.App.Words;

namespace Terjaga.App.Accounts;

/// <summary>The pages of signing in: a passkey, or a name with a password and then a code.</summary>
internal static class SignInPages
{
    private const string CodeStep = "code";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSignInPages()
        {
            routes.MapOwnFile(PasskeyScript.File);
            routes.MapGet("/masuk", ShowAsync).ExcludeFromDescription();
            routes.MapPost("/masuk", BeginAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
            routes.MapPost("/masuk/kode", EndAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
            routes.MapPost("/masuk/kunci", UsePasskeyAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
            routes.MapPost("/meja/keluar", LeaveAsync).ExcludeFromDescription();
        }
    }

    private static Task<IResult> ShowAsync(
        string? lanjut, string? sebab, PasskeyCeremony passkeys, HttpContext context, IStringLocalizer<Problems> problems) =>
        ToPageAsync(
            passkeys, context, lanjut, null,
            sebab is "session.expired" or "session.missing" or "signin.failed" ? problems.Say(new Problem(sebab)) : null, StatusCodes.Status200OK);

    /// <remarks>The next page is the same for a right and a wrong password, and for a name that nobody has.</remarks>
    private static async Task<IResult> BeginAsync(
        [FromForm] string? nama, [FromForm] string? sandi, [FromForm] string? lanjut, SignIn signIn, StepTicket tickets,
        AccountsOptions options, PasskeyCeremony passkeys, HttpContext context, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var step = await SameTime.AlwaysAsync(() => signIn.BeginAsync(new(nama, sandi), cancellationToken), cancellationToken);
        if (options.SecondFactor == SecondFactor.Required || step.HasFactor)
            return new RazorComponentResult<CodePage>(new { Return = lanjut, Ticket = tickets.Seal(CodeStep, $"{step.OfficerId ?? Guid.Empty:N}") });
        if (!(await signIn.EndAsync(step.OfficerId, null, cancellationToken)).TryGet(out var proven, out var problem))
            return await ToPageAsync(passkeys, context, lanjut, nama, problems.Say(problem), ProblemStatus.Of(problem));
        return GoOn(await Sessions.StartAsync(context, proven.Officer, proven.Proof), lanjut);
    }

    private static async Task<IResult> EndAsync(
        [FromForm] string? tiket, [FromForm] string? kode, [FromForm] string? lanjut, SignIn signIn, StepTicket tickets,
        PasskeyCeremony passkeys, HttpContext context, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var officer = Guid.TryParse(tickets.Open(CodeStep, tiket)?.Text, out var id) ? id : Guid.Empty;
        var ended = await SameTime.OfRefusalsAsync(() => signIn.EndAsync(officer, kode, cancellationToken), cancellationToken);
        if (!ended.TryGet(out var proven, out var problem))
            return await ToPageAsync(passkeys, context, lanjut, null, problems.Say(problem), ProblemStatus.Of(problem));
        return GoOn(await Sessions.StartAsync(context, proven.Officer, proven.Proof), lanjut);
    }

    private static async Task<IResult> UsePasskeyAsync(
        [FromForm] string? kunci, [FromForm] string? tiket, [FromForm] string? lanjut, PasskeyCeremony passkeys,
        HttpContext context, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var answer = await SameTime.OfRefusalsAsync(() => passkeys.SignInAsync(context, kunci, tiket), cancellationToken);
        if (!answer.TryGet(out var officer, out var problem))
            return await ToPageAsync(passkeys, context, lanjut, null, problems.Say(problem), ProblemStatus.Of(problem));
        return GoOn(await Sessions.StartAsync(context, officer, Proof.Passkey), lanjut);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, CancellationToken _)
    {
        await Sessions.EndAsync(context);
        return TypedResults.LocalRedirect("/masuk");
    }

    private static async Task<IResult> ToPageAsync(
        PasskeyCeremony passkeys, HttpContext context, string? back, string? name, string? reason, int status) =>
        new RazorComponentResult<SignInPage>(
            new { Return = back, Name = name, Reason = reason, Question = await passkeys.AskAsync(context) })
        { StatusCode = status };

    /// <remarks>Who asked for the desk as such gets the part of it that is theirs: an administrator has no queue.</remarks>
    private static RedirectHttpResult GoOn(string home, string? back) =>
        TypedResults.LocalRedirect(home != Sessions.AccountPath && OwnPath.Is(back) && back != "/meja" ? back ?? home : home);
}
