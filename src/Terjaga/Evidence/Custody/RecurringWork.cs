namespace Terjaga.Evidence.Custody;

/// <summary>Names of the custody log's recurring work, for the timetable.</summary>
public static class RecurringWork
{
    public const string PlaceEntries = PlaceCustodyJob.Kind, PublishHead = PublishHeadJob.Kind;
}
