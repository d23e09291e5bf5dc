using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Casework.Danger;

/// <summary>Registers how people in danger are answered.</summary>
public static class DangerArea
{
    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddDanger(string dataFolder) => services
            .AddSingleton(_ => DangerPlan.Parse(File.ReadAllText(Path.Combine(dataFolder, DangerPlan.FileName))))
            .AddScoped<RaiseDanger>()
            .AddScoped<DecideDanger>()
            .AddScoped<ListDanger>()
            .AddScoped<ReadDanger>()
            .AddScoped<CountDanger>()
            .AddScoped<MakePacket>()
            .AddScoped<FindHelp>();
    }
}
