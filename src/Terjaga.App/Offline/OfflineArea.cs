using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.App.Web;
using Terjaga.Registry.Asking;

namespace Terjaga.App.Offline;

/// <summary>The public side as an app: it can be installed, and its lessons and numbers for help are read without a network.</summary>
internal static class OfflineArea
{
    /// <summary>The page in place of one that needs a network.</summary>
    public const string Path = "/luring";

    private const string ScriptType = "text/javascript; charset=utf-8";

    private static readonly OwnFile _script = new("/terjaga.js", OwnFile.Read("terjaga.js"), ScriptType);

    /// <summary>The one script of a public page: it registers the worker, and nothing else.</summary>
    public static string ScriptAddress => _script.Address;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddOffline() => services.AddSingleton<AppManifest>().AddSingleton<KeptPages>();
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapOffline()
        {
            routes.MapOwnFile(_script);
            routes.MapOwnFile(AppIcons.Small);
            routes.MapOwnFile(AppIcons.Large);
            routes.MapGet(AppManifest.Path, (AppManifest manifest, HttpResponse response) => manifest.File.Serve(response))
                .ExcludeFromDescription();
            routes.MapGet(Path, () => new RazorComponentResult<OfflinePage>()).ExcludeFromDescription();
            routes.MapGet(KeptPages.Path, ServePagesAsync).ExcludeFromDescription();
            routes.MapGet(Worker.Path, ServeWorkerAsync).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ServePagesAsync(KeptPages pages, Registers registers) =>
        TypedResults.Bytes((await pages.MakeAsync(registers.IsFictional)).Content, KeptPages.MediaType);

    /// <remarks>Asked for at every visit, so that a new version of the desk is seen.</remarks>
    private static async Task<IResult> ServeWorkerAsync(KeptPages pages, Registers registers, HttpContext context)
    {
        context.Features.Set(ContentPolicy.OfWorker);
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(Worker.Write(await pages.MakeAsync(registers.IsFictional)), ScriptType);
    }
}
