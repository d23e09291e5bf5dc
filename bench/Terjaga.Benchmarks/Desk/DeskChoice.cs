using System.Globalization;

namespace Terjaga.Benchmarks.Desk;

/// <summary>How large a desk is measured, and on which database.</summary>
/// <param name="Cases">Case files; there are three reports to each.</param>
internal sealed record DeskChoice(int Cases, bool IsPostgres)
{
    /// <summary>The size that everything is compared with.</summary>
    public const int Small = 10_000;

    private const int Usual = 1_000_000;

    /// <summary>Reads <c>--cases N</c> and <c>--database sqlite|postgres</c>; null where they are wrong.</summary>
    public static DeskChoice? Read(ReadOnlySpan<string> options)
    {
        var choice = new DeskChoice(Usual, false);
        for (; options is [var name, var value, ..]; options = options[2..])
        {
            if (name == "--cases" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cases) && cases >= 1_000)
                choice = choice with { Cases = cases };
            else if (name == "--database" && value is "sqlite" or "postgres")
                choice = choice with { IsPostgres = value == "postgres" };
            else
                return null;
        }

        return options.Length == 0 ? choice : null;
    }
}
