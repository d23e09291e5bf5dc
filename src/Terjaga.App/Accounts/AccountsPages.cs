using Microsoft.AspNetCore.Mvc;
using Terjaga.Accounts;
using Terjaga.Accounts.SignOn;
using Terjaga.App.Accounts.SignOn;
using Terjaga.App.Errors;

namespace Terjaga.App.Accounts;

/// <summary>The administrator's page of officers: who may act, who is invited, and who needs help to come back.</summary>
internal static class AccountsPages
{
    private const string Path = "/meja/petugas";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapAccountsPages()
        {
            routes.MapSignInPages();
            routes.MapInvitationPages();
            routes.MapAccountPages();
            routes.MapOrganisationPages();
            routes.MapMinistrySignOns();
            routes.MapGet(Path, (SignedIn by, OfficersView view, CancellationToken cancellationToken) => view.ShowAsync(by, new(), cancellationToken))
                .For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost(Path, InviteAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/penutupan", DisableAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/pemulihan", ResetAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/sesi", EndSessionsAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/akun-kementerian", BindAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
            routes.MapPost("/meja/undangan/{id:guid}/penarikan", WithdrawAsync).For(Duty.InviteOfficers).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> InviteAsync(
        SignedIn by, [FromForm] string? nama, [FromForm] string? tampil, [FromForm] string? kementerian,
        [FromForm] string? peran, InviteOfficer invite, OfficersView view, CancellationToken cancellationToken)
    {
        var role = Enum.TryParse<Role>(peran, out var known) ? known : (Role)(-1);
        var typed = new InviteOfficer.Input(by.Officer, nama, tampil, Ministry.Read(kementerian), role);
        return (await invite.RunAsync(typed, cancellationToken)).TryGet(out var link, out var problem)
            ? await view.ShowAsync(by, new() { Link = link }, cancellationToken)
            : await view.ShowAsync(by, new() { Problem = problem, Typed = typed }, cancellationToken);
    }

    private static async Task<IResult> DisableAsync(
        SignedIn by, Guid id, DisableOfficer disable, CancellationToken cancellationToken) =>
        Back(await disable.RunAsync(by.Officer, id, cancellationToken));

    private static async Task<IResult> ResetAsync(
        SignedIn by, Guid id, ResetOfficer reset, OfficersView view, CancellationToken cancellationToken) =>
        (await reset.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var link, out var problem)
            ? await view.ShowAsync(by, new() { Link = link }, cancellationToken)
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> EndSessionsAsync(
        SignedIn by, Guid id, EditSessions sessions, CancellationToken cancellationToken) =>
        Back(await sessions.EndAllAsync(by.Officer, id, cancellationToken));

    private static async Task<IResult> BindAsync(
        SignedIn by, Guid id, [FromForm] string? subjek, [FromForm] string? kementerian, BindSignOn bind, MinistrySignOns signOns,
        CancellationToken cancellationToken) =>
        Ministry.TryParse(kementerian, out var ministry) && signOns.Has(ministry)
            ? Back(await bind.RunAsync(by.Officer, id, new(ministry, signOns.IssuerOf(ministry), subjek ?? ""), cancellationToken))
            : ProblemAnswers.ToPage(new Problem("sign-on.unknown"));

    private static async Task<IResult> WithdrawAsync(
        SignedIn by, Guid id, EditInvitations invitations, CancellationToken cancellationToken) =>
        Back(await invitations.WithdrawAsync(by.Officer, id, cancellationToken));

    private static IResult Back(Result<Done> done) =>
        done.TryGet(out _, out var problem) ? TypedResults.LocalRedirect(Path) : ProblemAnswers.ToPage(problem);
}
