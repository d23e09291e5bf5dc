using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework;
using Terjaga.Common.Work;

namespace Terjaga.Intake.Telling;

/// <summary>Registers what writes to reporters.</summary>
internal static class TellingRoom
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddTelling() => services
            .AddSingleton<ReporterMailKeys>().AddSingleton<SendToReporter>().AddScoped<FindReporter>()
            .AddScoped(all => new ConfirmAddress(
                all.GetRequiredService<TerjagaDb>(), all.GetRequiredService<ReporterMailKeys>(), all.GetRequiredService<TimeProvider>()))
            .AddWork<AskReporterJob>(AskReporterJob.Kind, WorkLane.Outside)
            .AddWork<TellReportersJob>(TellingWork.Kind)
            .AddWork<SendOutcomeJob>(SendOutcomeJob.Kind, WorkLane.Outside);
    }
}
