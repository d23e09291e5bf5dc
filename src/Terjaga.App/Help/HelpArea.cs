using Microsoft.AspNetCore.Http.HttpResults;

namespace Terjaga.App.Help;

/// <summary>Help for people in danger: at the foot of every page, and in full on a page of its own.</summary>
internal static class HelpArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddHelp() => services.AddSingleton(
            _ => HelpContacts.Load(Path.Combine(AppContext.BaseDirectory, "data", "hotlines.json")));
    }

    extension(IEndpointRouteBuilder routes)
    {
        public void MapHelp() =>
            routes.MapGet("/bantuan", () => new RazorComponentResult<HelpPage>()).ExcludeFromDescription();
    }
}
