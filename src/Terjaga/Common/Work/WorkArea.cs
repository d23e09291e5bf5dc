using Microsoft.Extensions.DependencyInjection;

namespace Terjaga.Common.Work;

/// <summary>Registers the queue of work and, where this process works, its workers.</summary>
public static class WorkArea
{
    extension(IServiceCollection services)
    {
        /// <param name="isWorker">False in a process that only serves pages.</param>
        public IServiceCollection AddWork(bool isWorker)
        {
            services.AddSingleton<WorkSignal>().AddSingleton<WorkQueue>().AddScoped<ReadWork>().AddScoped<RetryWork>()
                .AddScoped<ScheduleRecurring>();
            return isWorker ? services.AddHostedService<WorkRunner>() : services;
        }

        /// <summary>Registers the handler of a kind of work; each area registers its own.</summary>
        internal IServiceCollection AddWork<THandler>(string kind, WorkLane lane = WorkLane.Desk)
            where THandler : class, IWorkHandler =>
            services.AddScoped<THandler>().AddSingleton(new WorkKind(kind, typeof(THandler), lane));
    }
}
