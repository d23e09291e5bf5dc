using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;

namespace Terjaga.Intake;

/// <summary>Registers what takes reports in.</summary>
public static class IntakeArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddIntake() => services
            .AddSingleton<ReceiptKeys>()
            .AddScoped<SubmitReport>()
            .AddScoped<LookUpReceipt>()
            .AddScoped<ListPictures>()
            .AddWork<CaptureReportJob>(CaptureReportJob.Kind, WorkLane.Outside)
            .AddWork<ScreenReportJob>(ScreenReportJob.Kind)
            .AddWork<ForgetRepetitionsJob>(ForgetRepetitionsJob.Kind);
    }
}
