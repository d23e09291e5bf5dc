namespace Terjaga.Common.Tables;

/// <summary>A table file cannot be read as a whole.</summary>
public sealed class TableFileException(Problem problem, Exception? cause = null) : Exception(problem.Code, cause)
{
    /// <summary>A code of <c>table.…</c>.</summary>
    public Problem Problem { get; } = problem;
}
