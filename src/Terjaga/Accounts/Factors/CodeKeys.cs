namespace Terjaga.Accounts.Factors;

/// <summary>Seals the keys of code apps before they are stored: who copies the database cannot make codes.</summary>
/// <param name="Seal">The executable knows how; a key of the desk's own, never one in the database.</param>
/// <param name="Open">Null for what was not sealed here.</param>
public sealed record CodeKeys(Func<string, string> Seal, Func<string, string?> Open);
