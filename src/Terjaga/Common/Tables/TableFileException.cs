namespace Terjaga.Common.Tables;

/// <summary>A table file cannot be read as a whole; carries what a person can mend through the reading of rows.</summary>
public sealed class TableFileException(Problem problem) : Exception(problem.Code)
{
    /// <summary>With a code <c>table.*</c>.</summary>
    public Problem Problem { get; } = problem;
}
