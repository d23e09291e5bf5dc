using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Casework.Bulk;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Learning;
using Terjaga.Casework.Notes;
using Terjaga.Casework.Proofs;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Search;
using Terjaga.Casework.Sharing;
using Terjaga.Casework.Undoing;
using Terjaga.Casework.Warnings;
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
            .AddScoped<PreviewBulk>()
            .AddScoped<DecideCases>()
            .AddScoped<ReadBulk>()
            .AddScoped<UndoBulk>()
            .AddScoped<ReadUndo>()
            .AddScoped<CountDays>()
            .AddSingleton<CaseChecklist>()
            .AddScoped<WriteNote>()
            .AddScoped<EndNote>()
            .AddScoped<ReadNotes>()
            .AddScoped<RecordAppeal>()
            .AddScoped<DecideAppeal>()
            .AddScoped<ReadAppeals>()
            .AddScoped<ReadSharing>()
            .AddScoped<SaveSharing>()
            .AddScoped<ImportSharing>()
            .AddScoped<ListCases>()
            .AddScoped<QueueNumber>()
            .AddScoped<SavedViews>()
            .AddScoped<ClaimCase>()
            .AddScoped<ClaimNext>()
            .AddScoped<FindCases>()
            .AddScoped<SearchCases>()
            .AddScoped<ReadNews>()
            .AddScoped<ReadCase>()
            .AddScoped<CountReports>()
            .AddScoped<ReadBorrowedNames>()
            .AddScoped<TellAgency>()
            .AddWork<TellAgencyJob>(TellAgencyJob.Kind, WorkLane.Outside)
            .AddScoped<JoinSteps>()
            .AddScoped<MergeCases>()
            .AddScoped<MoveOffers>()
            .AddScoped<UndoJoin>()
            .AddScoped<RefuseLink>()
            .AddScoped<JudgeContact>()
            .AddScoped<PreviewJoin>()
            .AddScoped<ReadLink>()
            .AddScoped<ListLinks>()
            .AddScoped<ReadCampaign>()
            .AddScoped<ExportIndicators>()
            .AddScoped<ProposeWarning>()
            .AddScoped<WarnPublic>()
            .AddScoped<ListCaptures>()
            .AddScoped<OpenCapture>()
            .AddScoped<ExportEvidence>()
            .AddScoped<DestroyEvidence>()
            .AddWork<LinkReportJob>(LinkReportJob.Kind, WorkLane.Desk)
            .AddWork<PartDemotedJob>(PartDemotedJob.Kind, WorkLane.Desk)
            .AddScoped<ListLabels>()
            .AddScoped<UseModel>()
            .AddScoped<ReadDrift>()
            .AddScoped<ReadLearning>();
    }
}
