using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;
using Terjaga.Registry.Asking;
using Terjaga.Registry.Lists;
using Terjaga.Registry.Sources;
using Terjaga.Screening.Names;

namespace Terjaga.Registry;

/// <summary>Registers the lists of the offices, and what asks them.</summary>
public static class RegistryArea
{
    /// <summary>Where the words around names of companies are in the folder of data.</summary>
    public const string NamesFile = "registry/names.json";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddRegistry(string dataFolder, RegistryOptions options) => services
            .AddSingleton(options)
            .AddSingleton(_ => ListColumns.Parse(File.ReadAllText(Path.Combine(dataFolder, ListColumns.FileName))))
            .AddSingleton(provider => new Registers(
                NameWords.Parse(File.ReadAllText(Path.Combine(dataFolder, NamesFile))), provider.GetRequiredService<TimeProvider>()))
            .AddScoped<ImportList>()
            .AddScoped<CompareLists>()
            .AddScoped<DecideList>()
            .AddScoped<BringList>()
            .AddScoped<PrepareLists>()
            .AddScoped<ReadLists>()
            .AddScoped<PermitList>()
            .AddScoped<AskRegistry>()
            .AddScoped<ReadAlarms>()
            .AddScoped<ReadSources>()
            .AddWork<ForgetRowsJob>(ForgetRowsJob.Kind)
            .AddWork<FetchListsJob>(FetchListsJob.Kind, WorkLane.Long)
            .AddWork<AlarmJob>(AlarmJob.Kind, WorkLane.Outside);
    }
}
