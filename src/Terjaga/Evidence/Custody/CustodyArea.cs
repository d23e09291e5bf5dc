using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;

namespace Terjaga.Evidence.Custody;

/// <summary>Registers the log of what was done with evidence.</summary>
public static class CustodyArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCustody(StampOptions options) => services
            .AddSingleton(options)
            .AddSingleton(provider => CustodyKey.Load(CustodyKey.FileIn(provider.GetRequiredService<StorageOptions>())))
            .AddSingleton<PlaceCustody>()
            .AddSingleton<SignHead>()
            .AddSingleton<StampHead>()
            .AddScoped<PrepareCustodyKey>()
            .AddScoped<ProveCustody>()
            .AddScoped<ReadCustody>()
            .AddScoped<ReadTreeHead>()
            .AddScoped<VerifyCustody>()
            .AddWork<PlaceCustodyJob>(PlaceCustodyJob.Kind)
            .AddWork<PublishHeadJob>(PublishHeadJob.Kind, WorkLane.Outside);
    }
}
