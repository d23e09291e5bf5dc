namespace Terjaga.Transparency.Figures;

/// <summary>Names of the figures' recurring work, for the timetable.</summary>
public static class RecurringWork
{
    public const string CountFigures = CountFiguresJob.Kind;
}
