using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts.SignOn;
using Terjaga.App.Errors;
using Terjaga.App.Words;

namespace Terjaga.App.Accounts;

/// <summary>Gathers what the page of officers shows.</summary>
internal sealed class OfficersView(
    ListOfficers officers, EditInvitations invitations, EditOrganisations organisations, EditSessions sessions, MinistrySignOns signOns,
    DeskAddress ourselves, IStringLocalizer<Problems> problems)
{
    /// <summary>What the last act left to say; nothing on a first look.</summary>
    public sealed record Outcome
    {
        public InviteOfficer.Link? Link { get; init; }

        public Problem? Problem { get; init; }

        public InviteOfficer.Input? Typed { get; init; }
    }

    public async Task<IResult> ShowAsync(SignedIn by, Outcome outcome, CancellationToken cancellationToken) =>
        new RazorComponentResult<OfficersPage>(new
        {
            by.Officer,
            Officers = await officers.RunAsync(cancellationToken),
            Invitations = await invitations.ListAsync(cancellationToken),
            Organisations = await organisations.ListAsync(cancellationToken),
            Sessions = await sessions.CountAsync(cancellationToken),
            SignOns = signOns,
            Link = outcome.Link is { } link ? ourselves.Page($"/undangan/{link.Token}").AbsoluteUri : null,
            Problem = outcome.Problem is { } problem ? problems.Say(problem) : null,
            outcome.Typed,
        })
        { StatusCode = outcome.Problem is { } fault ? ProblemStatus.Of(fault) : StatusCodes.Status200OK };
}
