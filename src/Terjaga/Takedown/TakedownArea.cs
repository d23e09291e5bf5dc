using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Common.Work;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Escalation;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Truth;
using Terjaga.Takedown.Watching;

namespace Terjaga.Takedown;

/// <summary>Registers orders, from the draft to the day an item is confirmed gone.</summary>
public static class TakedownArea
{
    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddTakedown(string dataFolder, WatchOptions watch) => services
            .AddSingleton(_ => ContentClasses.Read(dataFolder)).AddSingleton(_ => LadderSteps.Read(dataFolder)).AddScoped<ReadRemovals>().AddScoped<ReleaseSteps>().AddScoped<ReadSteps>().AddSingleton<AnswerToken>().AddSingleton<SendMail>().AddScoped<TellRecipient>()
            .AddWatching(dataFolder, watch)
            .AddRecipients(dataFolder)
            .AddScoped<SaveLegalBasis>().AddScoped<ListLegalBases>().AddScoped<ImportLegalBases>()
            .AddScoped<DraftOrders>().AddScoped<SignOrders>().AddScoped<UndoDecision>().AddScoped<AnswerOrder>().AddScoped<ReadOrders>().AddScoped<ReadDeadlines>()
            .AddNotices().AddAnswers().AddScoped<GoneBeforeSending>()
            .AddEscalation().AddScoped<ReadCampaignRemovals>().AddScoped<ReadOrderClocks>()
            .AddWork<SendNoticeJob>(SendNoticeJob.Kind, WorkLane.Outside)
            .AddWork<SendWarningJob>(SendWarningJob.Kind, WorkLane.Outside)
            .AddWork<SendWithdrawalJob>(SendWithdrawalJob.Kind, WorkLane.Outside)
            .AddWork<WithdrawOrdersJob>(CorrectingWork.Withdraw, WorkLane.Desk)
            .AddWork<WithdrawOrdersJob>(CorrectingWork.GiveBack, WorkLane.Desk)
            .AddWork<WeighDraftsJob>(CaseDrafts.Kind, WorkLane.Desk)
            .AddWork<DeadlineJob>(DeadlineJob.Kind);
    }
}
