namespace Terjaga.Screening;

/// <summary>Words that tell in which way a text uses a phrase.</summary>
/// <param name="Negation">Turn a phrase that follows closely into its opposite.</param>
/// <param name="Warning">Tell that a text speaks about deceptive offers.</param>
/// <param name="Work">Tell that a text speaks about work.</param>
/// <param name="Danger">Somebody says of themselves that they are held or hurt.</param>
public sealed record ContextWords(
    IReadOnlyList<string> Negation, IReadOnlyList<string> Warning, IReadOnlyList<string> Work, IReadOnlyList<string> Danger);
