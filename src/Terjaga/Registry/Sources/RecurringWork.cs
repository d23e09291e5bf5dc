namespace Terjaga.Registry.Sources;

/// <summary>Names of the lists' recurring work, for the timetable.</summary>
public static class RecurringWork
{
    public const string FetchLists = FetchListsJob.Kind, Alarm = AlarmJob.Kind;
}
