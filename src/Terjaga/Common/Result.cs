using System.Diagnostics.CodeAnalysis;

namespace Terjaga.Common;

/// <summary>Either a value, or the <see cref="Problem"/> that a person can mend.</summary>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly Problem? _problem;

    private Result(T? value, Problem? problem)
    {
        _value = value;
        _problem = problem;
    }

    /// <summary>Gives the value, or the problem that stands in its place.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        value = _value;
        problem = _problem;
        return problem is null;
    }

    [SuppressMessage("Usage", "CA2225", Justification = "Result.Of would say no more than the conversion does.")]
    public static implicit operator Result<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "Result.Of would say no more than the conversion does.")]
    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}

/// <summary>The value of an operation that succeeds with nothing to tell.</summary>
public sealed record Done
{
    public static Done Yes { get; } = new();
}
