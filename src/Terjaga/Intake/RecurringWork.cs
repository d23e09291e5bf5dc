namespace Terjaga.Intake;

/// <summary>Names of Intake's recurring work, for the timetable.</summary>
public static class RecurringWork
{
    public const string ForgetRepetitions = ForgetRepetitionsJob.Kind;
}
