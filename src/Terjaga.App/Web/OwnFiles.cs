namespace Terjaga.App.Web;

/// <summary>How a file of ours gets its place among the pages.</summary>
internal static class OwnFiles
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapOwnFile(OwnFile file) =>
            routes.MapGet(file.Path, (HttpResponse response) => file.Serve(response)).ExcludeFromDescription();
    }
}
