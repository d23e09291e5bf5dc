using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Campaigns.Indicators;
using Terjaga.Casework.Joining;
using Terjaga.Screening.Linking;

namespace Terjaga.App.Campaigns;

/// <summary>Two reports side by side, and the contacts by which nobody is linked.</summary>
internal static class LinkPages
{
    private const string Link = "/meja/tautan/{id:guid}", Contacts = "/meja/kontak";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapLinkPages()
        {
            routes.MapGet(Link, ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Link, RefuseAsync).For(Duty.LinkOffers).ExcludeFromDescription();
            routes.MapGet(Contacts, ShowContactsAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Contacts, JudgeAsync).For(Duty.LinkOffers).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, Guid id, ReadLink read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var link, out var problem)
            ? new RazorComponentResult<LinkPage>(new { by.Officer, Link = link })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> RefuseAsync(
        SignedIn by, Guid id, [FromForm] string? alasan, RefuseLink refuse, ReadLink read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var isDone = (await refuse.RunAsync(new(by.Officer, id, alasan), cancellationToken)).TryGet(out _, out var problem);
        if (!(await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var link, out var unreadable))
            return ProblemAnswers.ToPage(unreadable);
        return isDone
            ? TypedResults.LocalRedirect($"/meja/perkara/{link.First.CaseFileId}/kampanye")
            : new RazorComponentResult<LinkPage>(new { by.Officer, Link = link, Problem = problems.Say(problem!) }) { StatusCode = ProblemStatus.Of(problem!) };
    }

    private static async Task<IResult> ShowContactsAsync(SignedIn by, ListContacts list, SharedContacts shared, CancellationToken cancellationToken) =>
        new RazorComponentResult<ContactsPage>(new { by.Officer, Rows = await list.RunAsync(cancellationToken), Shared = shared });

    private static async Task<IResult> JudgeAsync(
        SignedIn by, [FromForm] string? kontak, [FromForm] string? menautkan, [FromForm] string? alasan, JudgeContact judge, ListContacts list,
        SharedContacts shared, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await judge.RunAsync(new(by.Officer, kontak, menautkan == "ya", alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Contacts)
            : new RazorComponentResult<ContactsPage>(new
            {
                by.Officer,
                Rows = await list.RunAsync(cancellationToken),
                Shared = shared,
                Problem = problems.Say(problem),
            })
            { StatusCode = ProblemStatus.Of(problem) };
}
