using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;
using Terjaga.Transparency.Figures;

namespace Terjaga.Transparency;

/// <summary>Registers the figures of the desk.</summary>
public static class TransparencyArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddTransparency() => services
            .AddScoped<CountHour>()
            .AddScoped<CountDurations>()
            .AddScoped<CountClocks>()
            .AddScoped<CountSignals>()
            .AddScoped<ReadFigures>()
            .AddWork<CountFiguresJob>(CountFiguresJob.Kind, WorkLane.Long);
    }
}
