namespace Terjaga.Tests.Screening.Names;

/// <summary>Names of invented companies: listed ones, other ways to write them, and others that are only near (near-names.tsv).</summary>
internal sealed class NearNames
{
    public sealed record Row(string Listed, string[] Disguised, string[] Innocent);

    public static IReadOnlyList<Row> Read(string file) =>
    [
        .. File.ReadLines(file).Where(line => line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => new Row(cells[0], cells[1].Split("; "), cells[2].Split("; "))),
    ];

    /// <param name="Missed">Disguised names that were not found, or as another company.</param>
    /// <param name="Accused">Other companies that were taken for a listed one.</param>
    public sealed record Outcome(int Disguised, IReadOnlyList<string> Missed, IReadOnlyList<string> Accused)
    {
        public double Recall => (double)(Disguised - Missed.Count) / Disguised;

        public double Precision => (double)(Disguised - Missed.Count) / (Disguised - Missed.Count + Accused.Count);
    }

    /// <param name="find">Gives the listed name that a written one is taken to mean; null for none.</param>
    public static Outcome Try(IReadOnlyList<Row> rows, Func<string, string?> find)
    {
        List<string> missed = [], accused = [];
        foreach (var row in rows)
        {
            missed.AddRange(row.Disguised.Where(name => find(name) != row.Listed));
            accused.AddRange(row.Disguised.Where(name => find(name) is { } other && other != row.Listed));
            accused.AddRange(row.Innocent.Where(name => find(name) is not null));
        }

        return new Outcome(rows.Sum(row => row.Disguised.Length), missed, accused);
    }
}
