using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework.Sharing;
using Terjaga.Evidence.Custody;

namespace Terjaga.Takedown.Escalation;

/// <summary>Registers what makes packages for the next authority.</summary>
internal static class EscalationRoom
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddEscalation() => services
            .AddScoped<GatherEscalation>().AddScoped<EscalationWriter>()
            .AddScoped(all => new ExportEscalation(
                all.GetRequiredService<TerjagaDb>(), all.GetRequiredService<GatherEscalation>(), all.GetRequiredService<EscalationWriter>(),
                all.GetRequiredService<ReadSharing>(), all.GetRequiredService<CustodyKey>(), all.GetRequiredService<TimeProvider>()));
    }
}
