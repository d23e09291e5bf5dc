using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Transparency.Figures;

namespace Terjaga.App.Transparency;

/// <summary>The page and the call of the desk's figures.</summary>
internal static class FiguresEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapFigures()
        {
            routes.MapGet("/meja/angka", ShowAsync).For(Duty.SeeFigures).ExcludeFromDescription();
            routes.MapGet("/api/figures", ReadAsync).For(Duty.SeeFigures).Produces<ReadFigures.View>();
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, int? hari, ReadFigures read, CancellationToken cancellationToken) =>
        (await read.RunAsync(new(by.Officer, hari ?? ReadFigures.UsualDays), cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<FiguresPage>(new { by.Officer, View = view })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> ReadAsync(SignedIn by, int? days, ReadFigures read, CancellationToken cancellationToken) =>
        (await read.RunAsync(new(by.Officer, days ?? ReadFigures.UsualDays), cancellationToken)).TryGet(out var view, out var problem)
            ? TypedResults.Ok(view)
            : ProblemAnswers.ToHttp(problem);
}
