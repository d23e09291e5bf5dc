namespace Terjaga.Evidence.Packages.Checking;

/// <summary>What came of one check of a package.</summary>
public enum PackageCheckState
{
    Passed,
    Failed,

    /// <summary>The package does not have what would be checked, and need not have it.</summary>
    Absent,
}
