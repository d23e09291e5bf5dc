namespace Terjaga.Screening.Rules;

/// <summary>Tells whether somebody is in danger, by the rules of the catalogue alone: it works without any model.</summary>
internal static class DangerReader
{
    /// <summary>The most urgent of all rules that hold; <see cref="Danger.None"/> where none does.</summary>
    public static Danger Of(Rulebook rules, Facts facts)
    {
        var most = Danger.None;
        for (var i = 0; i < rules.Dangers.Length; i++)
        {
            var level = rules.Catalogue.Dangers[i].Level;
            if (Worse(most, level) != most && rules.Dangers[i].Holds(facts))
                most = level;
        }

        return most;
    }

    /// <summary>The more urgent of two.</summary>
    public static Danger Worse(Danger a, Danger b) => a == Danger.None || (b != Danger.None && b < a) ? b : a;
}
