namespace Terjaga.App.Web;

/// <summary>What only the pages of the desk load: their own sheet of styles, and the small module for keys and live rows.</summary>
internal static class DeskFiles
{
    private static readonly OwnFile _style = new("/desk.css", OwnFile.Read("desk.css"), "text/css; charset=utf-8");

    private static readonly OwnFile _script = new("/desk.js", OwnFile.Read("desk.js"), "text/javascript; charset=utf-8");

    public static string StyleAddress => _style.Address;

    public static string ScriptAddress => _script.Address;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapDeskFiles()
        {
            routes.MapOwnFile(_style);
            routes.MapOwnFile(_script);
        }
    }
}
