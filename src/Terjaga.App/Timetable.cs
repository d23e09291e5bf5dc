using Terjaga.Common.Work;
using Terjaga.Intake;

namespace Terjaga.App;

/// <summary>Every recurring work, one line each.</summary>
internal sealed class Timetable(ScheduleRecurring schedule)
{
    public Task RunAsync(CancellationToken cancellationToken) => schedule.RunAsync(
        [
            (RecurringWork.ForgetRepetitions, TimeSpan.FromDays(1)),
            (Terjaga.Evidence.Store.RecurringWork.Sweep, TimeSpan.FromHours(1)),
            (Terjaga.Registry.Sources.RecurringWork.FetchLists, TimeSpan.FromHours(1)),
            (Terjaga.Registry.Sources.RecurringWork.Alarm, TimeSpan.FromDays(1)),
            (Terjaga.Evidence.Custody.RecurringWork.PlaceEntries, TimeSpan.FromMinutes(1)),
            (Terjaga.Evidence.Custody.RecurringWork.PublishHead, TimeSpan.FromHours(1)),
            (Terjaga.Common.Repeating.RepeatingArea.ForgetCalls, TimeSpan.FromDays(1)),
            (Terjaga.Takedown.Replies.RecurringWork.Fetch, TimeSpan.FromMinutes(1)),
            (Terjaga.Transparency.Figures.RecurringWork.CountFigures, TimeSpan.FromMinutes(10)),
        ],
        cancellationToken);
}
