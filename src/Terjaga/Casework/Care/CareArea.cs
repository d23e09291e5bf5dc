using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Casework.Care;

/// <summary>Registers how the desk looks after those who look at hard material.</summary>
public static class CareArea
{
    /// <summary>The problem of hard material that is not shown because today's share is reached.</summary>
    public const string ShareReached = "care.share-reached";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddCare(string dataFolder) => services
            .AddSingleton(_ => CarePlan.Parse(File.ReadAllText(Path.Combine(dataFolder, CarePlan.FileName))))
            .AddScoped<OpenMaterial>();
    }
}
