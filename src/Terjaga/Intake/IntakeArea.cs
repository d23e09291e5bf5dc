using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;
using Terjaga.Intake.Checking;
using Terjaga.Intake.Telling;
using Terjaga.Screening.Vacancies;

namespace Terjaga.Intake;

/// <summary>Registers what takes reports in.</summary>
public static class IntakeArea
{
    /// <summary>Where the rows of the checklist are in the folder of data.</summary>
    public const string ChecklistFile = "registry/checklist.json";

    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddIntake(string dataFolder) => services
            .AddSingleton(_ => VacancyChecklist.Parse(File.ReadAllText(Path.Combine(dataFolder, ChecklistFile))))
            .AddSingleton<CheckCounter>()
            .AddHostedService(provider => provider.GetRequiredService<CheckCounter>())
            .AddScoped<CheckOffer>()
            .AddSingleton<ReceiptKeys>()
            .AddScoped<SubmitReport>()
            .AddScoped<ImportReports>()
            .AddScoped<LookUpReceipt>()
            .AddScoped<ListPictures>()
            .AddScoped<SealPlainFiles>()
            .AddScoped<ListPosters>()
            .AddTelling()
            .AddWork<CaptureReportJob>(CaptureReportJob.Kind, WorkLane.Capture)
            .AddWork<ScreenReportJob>(ScreenReportJob.Kind)
            .AddWork<ForgetRepetitionsJob>(ForgetRepetitionsJob.Kind);
    }
}
