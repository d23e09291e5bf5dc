using System.Data.Common;

namespace Terjaga.Benchmarks.Desk;

/// <summary>How a database spells what filling it needs.</summary>
internal abstract class FillSql
{
    /// <summary>Words of a text, for about 200 bytes: a report from a phone.</summary>
    private const int WordCount = 25;

    /// <summary>A value that no other row has, for a column of 32 bytes.</summary>
    public abstract string Unique { get; }

    /// <summary>Puts aside what would be kept up to date row by row; gives the statements that do.</summary>
    public abstract Task<IReadOnlyList<string>> PrepareAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Makes it anew.</summary>
    public abstract IReadOnlyList<string> Finish();

    /// <summary>Names of the columns that can be written.</summary>
    public abstract string Columns(string table);

    /// <summary>The numbers from 1 on, as <c>n</c>.</summary>
    public abstract string Numbers(int count);

    /// <summary>A key of the given sort in the order of a number, as keys made one after the other are.</summary>
    public abstract string Id(int sort, string number);

    /// <summary>So many minutes, to be added to an instant.</summary>
    public abstract string Minutes(string number);

    /// <summary>One of the made-up texts, by its number.</summary>
    public static string Text(string number) => $"(SELECT t.text FROM bench_texts t WHERE t.id = {number})";

    protected static IEnumerable<string> Texts() =>
    [
        "CREATE TEMP TABLE bench_texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
        "INSERT INTO bench_texts (id, text) VALUES " + string.Join(", ", ReportTexts.All.Select((text, number) => $"({number}, '{string.Join(' ', text.Split(' ').Take(WordCount))}')")),
    ];
}
