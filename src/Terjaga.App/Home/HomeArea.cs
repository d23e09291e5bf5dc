using Microsoft.AspNetCore.Http.HttpResults;

namespace Terjaga.App.Home;

/// <summary>The front page.</summary>
internal static class HomeArea
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapHome() => routes.MapGet("/", () => new RazorComponentResult<HomePage>()).ExcludeFromDescription();
    }
}
