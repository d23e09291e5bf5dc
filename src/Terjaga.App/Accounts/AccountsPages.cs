using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;

namespace Terjaga.App.Accounts;

/// <summary>The pages of signing in, of invitations and of officers.</summary>
internal static class AccountsPages
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapAccountsPages()
        {
            routes.MapGet("/masuk", ShowSignIn).ExcludeFromDescription();
            routes.MapPost("/masuk", SignInAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
            routes.MapPost("/meja/keluar", LeaveAsync).ExcludeFromDescription();
            routes.MapGet("/undangan/{token}", ShowInvitationAsync).ExcludeFromDescription();
            routes.MapPost("/undangan/{token}", JoinAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
            routes.MapGet("/meja/petugas", ShowOfficersAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost("/meja/petugas", InviteAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost("/meja/petugas/{id:guid}/penutupan", DisableAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
        }
    }

    private static RazorComponentResult<SignInPage> ShowSignIn(
        string? lanjut, string? sebab, IStringLocalizer<Problems> problems) => new(new
        {
            Return = lanjut,
            Reason = sebab is "session.expired" or "session.missing" ? problems.Say(new Problem(sebab)) : null,
        });

    private static async Task<IResult> SignInAsync(
        [FromForm] string? nama, [FromForm] string? sandi, [FromForm] string? lanjut, SignIn signIn, HttpContext context,
        IStringLocalizer<Problems> problems)
    {
        if (!(await signIn.RunAsync(new(nama, sandi))).TryGet(out var officer, out var problem))
        {
            return new RazorComponentResult<SignInPage>(
                new { Return = lanjut, Name = nama, Reason = problems.Say(problem) })
            { StatusCode = ProblemStatus.Of(problem) };
        }

        await Sessions.StartAsync(context, officer);
        // Who asked for the desk as such gets the part of it that is theirs: an administrator has no queue.
        return TypedResults.LocalRedirect(IsLocal(lanjut) && lanjut != "/meja" ? lanjut! : Home(officer));
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, CancellationToken _)
    {
        await Sessions.EndAsync(context);
        return TypedResults.LocalRedirect("/masuk");
    }

    private static async Task<IResult> ShowInvitationAsync(
        string token, AcceptInvitation accept, CancellationToken cancellationToken) =>
        (await accept.LookAsync(token, cancellationToken)).TryGet(out var invited, out var problem)
            ? new RazorComponentResult<InvitationPage>(new { Invited = invited })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> JoinAsync(
        string token, [FromForm] string? sandi, AcceptInvitation accept, HttpContext context,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if ((await accept.RunAsync(new(token, sandi), cancellationToken)).TryGet(out var officer, out var problem))
        {
            await Sessions.StartAsync(context, officer);
            return TypedResults.LocalRedirect(Home(officer));
        }

        return (await accept.LookAsync(token, cancellationToken)).TryGet(out var invited, out _)
            ? new RazorComponentResult<InvitationPage>(new { Invited = invited, Problem = problems.Say(problem) })
            {
                StatusCode = ProblemStatus.Of(problem),
            }
            : ProblemAnswers.ToPage(problem);
    }

    private static async Task<IResult> ShowOfficersAsync(
        SignedIn by, ListOfficers list, CancellationToken cancellationToken) =>
        new RazorComponentResult<OfficersPage>(new { by.Officer, Officers = await list.RunAsync(cancellationToken) });

    private static async Task<IResult> InviteAsync(
        SignedIn by, [FromForm] string? nama, [FromForm] string? tampil, [FromForm] Ministry kementerian,
        [FromForm] Role peran, InviteOfficer invite, ListOfficers list, DeskAddress ourselves,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var typed = new InviteOfficer.Input(by.Officer, nama, tampil, kementerian, peran);
        var isDone = (await invite.RunAsync(typed, cancellationToken)).TryGet(out var link, out var problem);
        var officers = await list.RunAsync(cancellationToken);
        return isDone
            ? new RazorComponentResult<OfficersPage>(
                new { by.Officer, Officers = officers, Link = ourselves.Page($"/undangan/{link!.Token}").AbsoluteUri })
            : new RazorComponentResult<OfficersPage>(
                new { by.Officer, Officers = officers, Problem = problems.Say(problem!), Typed = typed })
            { StatusCode = ProblemStatus.Of(problem!) };
    }

    private static async Task<IResult> DisableAsync(
        SignedIn by, Guid id, DisableOfficer disable, CancellationToken cancellationToken) =>
        (await disable.RunAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect("/meja/petugas")
            : ProblemAnswers.ToPage(problem);

    private static string Home(Acting officer) => officer.Can(Duty.ReadCases) ? "/meja" : "/meja/petugas";

    /// <summary>Only a path of our own: two slashes or a backslash would lead to another site.</summary>
    private static bool IsLocal(string? path) =>
        path is ['/', not ('/' or '\\'), ..] or "/" && !path.Any(char.IsControl);
}
