namespace Terjaga.Screening.Rules;

/// <summary>The facts that a rule wants, by number.</summary>
internal sealed class Condition(IReadOnlyList<string> all, IReadOnlyList<string> none, int within, FactNames names)
{
    private readonly int[][] _all = [.. all.Select(fact => fact.Split('|').Select(names.Number).ToArray())];

    private readonly int[] _none = [.. none.Select(names.Number)];

    public bool Holds(Facts facts)
    {
        foreach (var none in _none)
        {
            if (facts.Has(none))
                return false;
        }

        foreach (var any in _all)
        {
            if (!facts.HasAny(any))
                return false;
        }

        return within == 0 || StandsTogether(facts);
    }

    /// <summary>Whether around one place of the first fact all the others have a place.</summary>
    private bool StandsTogether(Facts facts)
    {
        foreach (var first in facts.Places)
        {
            if (!_all[0].Contains(first.Fact))
                continue;
            var isTogether = true;
            for (var i = 1; i < _all.Length && isTogether; i++)
                isTogether = HasNear(facts, _all[i], first);
            if (isTogether)
                return true;
        }

        return false;
    }

    private bool HasNear(Facts facts, int[] any, Facts.Place place)
    {
        foreach (var other in facts.Places)
        {
            if (Math.Abs(other.Word - place.Word) <= within && any.Contains(other.Fact))
                return true;
        }

        return false;
    }
}
