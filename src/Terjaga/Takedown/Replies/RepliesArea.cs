using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Replies;

/// <summary>Registers what comes back by mail.</summary>
public static class RepliesArea
{
    extension(IServiceCollection services)
    {
        /// <param name="dataFolder">The folder of data that goes with the executable.</param>
        public IServiceCollection AddReplies(string dataFolder, ReplyOptions options) => services
            .AddSingleton(options).AddSingleton(_ => ReplyPhrases.Read(dataFolder)).AddSingleton<ReadMail>().AddSingleton<ReplyAddress>()
            .AddScoped<FindRepliedOrder>().AddScoped<TakeInMail>().AddScoped<ReadReplies>().AddScoped<ListDeadContacts>()
            .AddWork<FetchRepliesJob>(FetchRepliesJob.Kind, WorkLane.Outside)
            .AddWork<TellDeadContactJob>(TellDeadContactJob.Kind, WorkLane.Outside);
    }
}
