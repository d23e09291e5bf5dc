namespace Terjaga.Screening.Model;

/// <summary>What the model tells beside its heads: the ten contexts, then whether somebody is in danger.</summary>
internal static class Column
{
    /// <summary>Somebody is in danger (P0 or P1), against everybody else who makes no offer.</summary>
    public static readonly int Danger = Contexts.All.Count;

    /// <summary>The danger is to life or liberty, and now (P0).</summary>
    public static readonly int Urgent = Danger + 1;

    public static readonly int Count = Urgent + 1;

    /// <summary>Whether a word of warning may speak for the column.</summary>
    public static bool SpeaksAbout(int column) => column < Danger && Contexts.SpeaksAbout(Contexts.All[column]);

    /// <summary>Whether a text is of the column; null where nobody said.</summary>
    public static bool? Of(TrainingText text, int column)
    {
        if (column < Danger)
            return text.Context is { } context ? context == Contexts.All[column] : null;
        if (text.Danger is not { } danger || text.Context is null or Contexts.Offer)
            return null;
        return danger == Screening.Danger.P0 || (column == Danger && danger == Screening.Danger.P1);
    }
}
