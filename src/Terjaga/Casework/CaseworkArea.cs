using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Casework.Learning;
using Terjaga.Common.Work;

namespace Terjaga.Casework;

/// <summary>Registers case files and what officers decide about them.</summary>
public static class CaseworkArea
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCasework() => services
            .AddScoped<FileReport>()
            .AddScoped<DecideCase>()
            .AddScoped<ListCases>()
            .AddScoped<ReadCase>()
            .AddScoped<CountReports>()
            .AddScoped<ReadBorrowedNames>()
            .AddScoped<TellAgency>()
            .AddWork<TellAgencyJob>(TellAgencyJob.Kind, WorkLane.Outside)
            .AddScoped<ListLabels>()
            .AddScoped<UseModel>()
            .AddScoped<ReadDrift>()
            .AddScoped<ReadLearning>();
    }
}
