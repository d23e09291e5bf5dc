namespace Terjaga.App.Cli;

/// <summary>What a verb tells the shell that called it.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The input has errors; each was reported and the good rows were handled.</summary>
    public const int BadInput = 1;

    public const int WrongUsage = 2;

    /// <summary>Something that this needs is missing on this machine, and was named.</summary>
    public const int NotPossibleHere = 3;
}
