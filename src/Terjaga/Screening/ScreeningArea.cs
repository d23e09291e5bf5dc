using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Screening;

/// <summary>Registers the engine with the catalogue that officers edit.</summary>
public static class ScreeningArea
{
    /// <summary>Where the catalogue is in the folder of data.</summary>
    public const string CatalogueFile = "signals/catalogue.json";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddScreening(string dataFolder) => services
            .AddSingleton(_ => Catalogue.Parse(File.ReadAllText(Path.Combine(dataFolder, CatalogueFile))))
            .AddSingleton<Screener>()
            .AddScoped<ScreenText>();
    }
}
