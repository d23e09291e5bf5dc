using Microsoft.AspNetCore.Http.HttpResults;

namespace Terjaga.App.Help;

/// <summary>Help for people in danger: at the foot of every page, and in full on a page of its own.</summary>
internal static class HelpArea
{
    public const string Path = "/bantuan";

    extension(IServiceCollection services)
    {
        public IServiceCollection AddHelp() => services.AddSingleton(
            _ => HelpContacts.Load(System.IO.Path.Combine(AppContext.BaseDirectory, "data", "hotlines.json")));
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapHelp() =>
            routes.MapGet(Path, () => new RazorComponentResult<HelpPage>()).ExcludeFromDescription();
    }
}
