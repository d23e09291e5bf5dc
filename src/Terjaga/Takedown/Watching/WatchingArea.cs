using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Watching;

/// <summary>Registers the watch over ordered places.</summary>
internal static class WatchingArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddWatching(string dataFolder, WatchOptions watch) => services
            .AddSingleton(watch).AddSingleton(_ => WatchWords.Read(dataFolder)).AddSingleton<WatchVerdict>().AddSingleton<HostPace>().AddScoped<SeeOrder>()
            .AddWork<CheckOrderJob>(CheckOrderJob.Kind, WorkLane.Watch)
            .AddWork<CheckOrderJob>(CheckOrderJob.OnceKind, WorkLane.Watch)
            .AddWork<DrawOrderJob>(DrawOrderJob.Kind, WorkLane.Capture);
    }
}
