using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;

namespace Terjaga.App.Accounts;

/// <summary>The partners that may call more often, with their keys.</summary>
internal static class PartnerPages
{
    private const string Path = "/meja/mitra";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapPartnerPages()
        {
            routes.MapGet(Path, (SignedIn by, EditPartnerKeys keys, CancellationToken cancellationToken) =>
                ToPageAsync(by, keys, null, null, StatusCodes.Status200OK, cancellationToken)).For(Duty.EditPartners).ExcludeFromDescription();
            routes.MapPost(Path, IssueAsync).For(Duty.EditPartners).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/cabut", RevokeAsync).For(Duty.EditPartners).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> IssueAsync(
        SignedIn by, [FromForm] string? nama, EditPartnerKeys keys, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await keys.IssueAsync(by.Officer, nama, cancellationToken)).TryGet(out var issued, out var problem)
            ? await ToPageAsync(by, keys, issued.Key, null, StatusCodes.Status200OK, cancellationToken)
            : await ToPageAsync(by, keys, null, problems.Say(problem), ProblemStatus.Of(problem), cancellationToken);

    private static async Task<IResult> RevokeAsync(
        SignedIn by, Guid id, EditPartnerKeys keys, CancellationToken cancellationToken) =>
        (await keys.RevokeAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Path)
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> ToPageAsync(
        SignedIn by, EditPartnerKeys keys, string? key, string? sentence, int status, CancellationToken cancellationToken) =>
        new RazorComponentResult<PartnersPage>(new { by.Officer, Rows = await keys.ListAsync(cancellationToken), Key = key, Sentence = sentence }) { StatusCode = status };
}
