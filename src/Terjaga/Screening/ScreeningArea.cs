using Microsoft.Extensions.DependencyInjection;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Learning;
using Terjaga.Screening.Model;

namespace Terjaga.Screening;

/// <summary>Registers the engine with the catalogue that officers edit and the model that was trained with it.</summary>
public static class ScreeningArea
{
    /// <summary>Where the catalogue is in the folder of data.</summary>
    public const string CatalogueFile = "signals/catalogue.json";

    /// <summary>Where the model is in the folder of data; without it the rules screen alone.</summary>
    public const string ModelFileName = "model/terjaga.model";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddScreening(string dataFolder) => services
            .AddSingleton(_ => ReadCatalogue(dataFolder))
            .AddSingleton(_ => ReadGazetteer(dataFolder))
            .AddSingleton(provider => new Screeners(
                provider.GetRequiredService<Catalogue>(), provider.GetRequiredService<Gazetteer>(), ReadModel(Path.Combine(dataFolder, ModelFileName))))
            .AddScoped<BringModel>()
            .AddScoped<ScreenText>();
    }

    public static Catalogue ReadCatalogue(string dataFolder) =>
        Catalogue.Parse(File.ReadAllText(Path.Combine(dataFolder, CatalogueFile)));

    public static Gazetteer ReadGazetteer(string dataFolder) => Gazetteer.Parse(
        File.ReadAllText(Path.Combine(dataFolder, "places/countries.json")),
        File.ReadAllText(Path.Combine(dataFolder, "identifiers/words.json")),
        File.ReadAllText(Path.Combine(dataFolder, "domains/public_suffix_list.dat")),
        File.ReadAllText(Path.Combine(dataFolder, "domains/hosts.json")));

    /// <summary>Null where there is no such file.</summary>
    public static LinearModel? ReadModel(string path) => File.Exists(path) ? ModelFile.Read(File.ReadAllBytes(path)) : null;
}
