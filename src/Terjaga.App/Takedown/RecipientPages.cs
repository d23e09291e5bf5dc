using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;

namespace Terjaga.App.Takedown;

/// <summary>The page of recipients.</summary>
internal static class RecipientPages
{
    private const string Path = "/meja/penerima";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapRecipientPages()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Path, AddAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/pengiriman", SwitchAsync).For(Duty.EditRecipients).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, ListRecipients list, ListDeadContacts dead, CancellationToken cancellationToken) =>
        new RazorComponentResult<RecipientsPage>(new { by.Officer, Recipients = await list.RunAsync(cancellationToken), Dead = await dead.RunAsync(cancellationToken) });

    private static async Task<IResult> AddAsync(
        SignedIn by, [FromForm] string? nama, [FromForm] string? situs, [FromForm] RecipientChannel saluran,
        [FromForm] string? alamat, [FromForm] string? kunci, [FromForm] string? sumber, [FromForm] bool? aktif,
        SaveRecipient save, ListRecipients list, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        // A browser sends nothing for a box that is not ticked.
        var typed = new SaveRecipient.Input(by.Officer, nama, situs, saluran, alamat, kunci, aktif is true, sumber);
        if ((await save.RunAsync(typed, cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(Path);
        return new RazorComponentResult<RecipientsPage>(new
        {
            by.Officer,
            Recipients = await list.RunAsync(cancellationToken),
            Sentence = problems.Say(problem),
            Typed = typed,
        })
        { StatusCode = ProblemStatus.Of(problem) };
    }

    private static async Task<IResult> SwitchAsync(
        SignedIn by, Guid id, [FromForm] bool aktif, SwitchRecipient switching, CancellationToken cancellationToken) =>
        (await switching.RunAsync(new(by.Officer, id, aktif), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Path)
            : ProblemAnswers.ToPage(problem);
}
