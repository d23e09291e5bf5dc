namespace Terjaga.Evidence.Store;

/// <summary>Names of the store's recurring work, for the timetable.</summary>
public static class RecurringWork
{
    public const string Sweep = SweepEvidenceJob.Kind;
}
