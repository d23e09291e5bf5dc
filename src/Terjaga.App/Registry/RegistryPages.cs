using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Registry.Lists;
using Terjaga.Registry.Sources;

namespace Terjaga.App.Registry;

/// <summary>The official lists: what is in use, what waits, and the decision about it.</summary>
internal static class RegistryPages
{
    public const string Path = "/meja/daftar";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapRegistryPages()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapGet(Path + "/{id:guid}", ShowOneAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}", DecideAsync).For(Duty.DecideLists).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(
        SignedIn by, ReadLists read, ReadAlarms alarms, ReadSources sources, CancellationToken cancellationToken) =>
        new RazorComponentResult<ListsPage>(new
        {
            by.Officer,
            Lists = await read.AllAsync(cancellationToken),
            Alarms = await alarms.RunAsync(cancellationToken),
            Sources = await sources.RunAsync(cancellationToken),
        });

    private static Task<IResult> ShowOneAsync(SignedIn by, Guid id, ReadLists read, CancellationToken cancellationToken) =>
        ToPageAsync(by, id, read, null, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> DecideAsync(
        SignedIn by, Guid id, [FromForm] string? putusan, [FromForm] string? alasan, DecideList decide, ReadLists read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if ((await decide.RunAsync(new(id, putusan == "pakai", alasan), by.Officer.Actor, cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(Path);
        return await ToPageAsync(by, id, read, problems.Say(problem), ProblemStatus.Of(problem), cancellationToken);
    }

    private static async Task<IResult> ToPageAsync(
        SignedIn by, Guid id, ReadLists read, string? sentence, int status, CancellationToken cancellationToken) =>
        (await read.OneAsync(id, cancellationToken)).TryGet(out var details, out var problem)
            ? new RazorComponentResult<ListPage>(new { by.Officer, Details = details, Sentence = sentence }) { StatusCode = status }
            : ProblemAnswers.ToPage(problem);
}
