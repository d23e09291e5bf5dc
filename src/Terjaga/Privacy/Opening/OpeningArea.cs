using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Privacy.Opening;

/// <summary>Registers how two persons open what is sealed.</summary>
public static class OpeningArea
{
    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddOpenings(string dataFolder) => services
            .AddSingleton(_ => OpeningPurposes.Parse(File.ReadAllText(Path.Combine(dataFolder, OpeningPurposes.FileName))))
            .AddScoped<AskOpening>()
            .AddScoped<DecideOpening>()
            .AddScoped<LookSealed>()
            .AddScoped<ListOpenings>();
    }
}
