namespace Terjaga.Intake.Checking;

/// <summary>How many reports there are of the same thing, told so that no single reporter can be made out.</summary>
/// <remarks>Fewer than five are not told: the rule for small numbers of section 3.3 of the research of the domain.</remarks>
public enum CoarseCount
{
    /// <summary>None, or fewer than five.</summary>
    Few,

    /// <summary>Five to nineteen.</summary>
    FiveOrMore,

    /// <summary>Twenty to ninety-nine.</summary>
    TwentyOrMore,

    HundredOrMore,
}

internal static class CoarseCounts
{
    public static CoarseCount Of(int reports) => reports switch
    {
        >= 100 => CoarseCount.HundredOrMore,
        >= 20 => CoarseCount.TwentyOrMore,
        >= 5 => CoarseCount.FiveOrMore,
        _ => CoarseCount.Few,
    };
}
