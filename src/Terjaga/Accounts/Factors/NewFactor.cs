namespace Terjaga.Accounts.Factors;

/// <summary>A second factor was set up.</summary>
/// <param name="RecoveryCodes">Shown now and never again; empty where the officer has theirs from before.</param>
public sealed record NewFactor(IReadOnlyList<string> RecoveryCodes);
