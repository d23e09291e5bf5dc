namespace Terjaga.Evidence.Packages.Checking;

/// <summary>All that was checked about a package.</summary>
public sealed record PackageReport(IReadOnlyList<PackageCheck> Checks)
{
    public bool IsGood => Checks.All(check => check.State != PackageCheckState.Failed);
}
