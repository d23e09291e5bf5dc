using Terjaga.App.Cli;
using Terjaga.App.Health;
using Terjaga.App.Help;
using Terjaga.App.Home;

namespace Terjaga.App;

/// <summary>The one executable, as three lists: its verbs, its areas, their pages and calls.</summary>
internal static class Program
{
    /// <summary>One line for each verb of the command line.</summary>
    private static Task<int> Main(string[] args) => CommandLine.RunAsync(args, [
        StartVerb.Create(),
    ]);

    /// <summary>One line for each area that needs services.</summary>
    public static void AddAreas(WebApplicationBuilder builder)
    {
        builder.Services.AddHelp();
    }

    /// <summary>One line for each area that has pages or calls.</summary>
    public static void MapAreas(IEndpointRouteBuilder routes)
    {
        routes.MapHome();
        routes.MapHelp();
        routes.MapHealth();
    }
}
