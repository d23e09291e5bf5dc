namespace Terjaga.Takedown.Replies;

/// <summary>Names of the recurring work of answers, for the timetable.</summary>
public static class RecurringWork
{
    public const string Fetch = FetchRepliesJob.Kind;
}
