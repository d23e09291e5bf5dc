using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.Evidence.Custody;

namespace Terjaga.App.Evidence;

/// <summary>The page on which everybody sees the newest head of the custody log, and how to check it.</summary>
internal static class CustodyPages
{
    public const string Path = "/bukti";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCustodyPages() => routes.MapGet(Path, ShowAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(ReadTreeHead read, CancellationToken cancellationToken) =>
        new RazorComponentResult<CustodyPage>(new
        {
            Head = (await read.RunAsync(size: null, cancellationToken)).TryGet(out var head, out _) ? head : null,
        });
}
