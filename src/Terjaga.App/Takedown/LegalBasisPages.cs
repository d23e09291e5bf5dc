using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown;

namespace Terjaga.App.Takedown;

/// <summary>The page of legal bases.</summary>
internal static class LegalBasisPages
{
    private const string Path = "/meja/dasar-hukum";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapLegalBasisPages()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Path, AddAsync).For(Duty.EditLegalBases).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, ListLegalBases list, CancellationToken cancellationToken) =>
        new RazorComponentResult<LegalBasesPage>(new { by.Officer, Rows = await list.AllAsync(cancellationToken) });

    private static async Task<IResult> AddAsync(
        SignedIn by, IFormCollection form, SaveLegalBasis save, ListLegalBases list, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken)
    {
        var typed = LegalBasisTyped.Read(form);
        var saved = typed.ToRule() is { } rule
            ? await save.RunAsync(by.Officer, rule, cancellationToken)
            : SaveLegalBasis.Invalid;
        if (saved.TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(Path);
        return new RazorComponentResult<LegalBasesPage>(new
        {
            by.Officer,
            Rows = await list.AllAsync(cancellationToken),
            Sentence = problems.Say(problem),
            Typed = typed,
        })
        { StatusCode = ProblemStatus.Of(problem) };
    }
}
