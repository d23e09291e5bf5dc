namespace Terjaga.Evidence.Packages.Checking;

/// <summary>One thing that was checked about a package.</summary>
/// <param name="Code">Stable, <c>part.what</c>, the same whether it passed or failed.</param>
/// <param name="About">The file in question; null where it is the package as a whole.</param>
/// <param name="Words">A sentence in plain English, with the numbers to compare.</param>
public sealed record PackageCheck(string Code, PackageCheckState State, string? About, string Words);
