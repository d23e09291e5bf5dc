namespace Terjaga.Common.Tables;

/// <summary>What one table file may cost us.</summary>
public static class TableLimits
{
    /// <summary>Largest file, in bytes (512 MiB): two million vacancies with room to spare.</summary>
    public const long MaxFileBytes = 512L * 1024 * 1024;

    /// <summary>Largest file that must be read as a whole, in bytes (64 MiB): JSON that is an object.</summary>
    public const long MaxWholeBytes = 64L * 1024 * 1024;

    public const int MaxRows = 5_000_000;

    public const int MaxColumns = 100;

    /// <summary>Longest cell, in characters.</summary>
    public const int MaxCellLength = 4_000;

    /// <summary>Longest record of a CSV, in characters.</summary>
    public const int MaxRecordLength = 256 * 1024;

    /// <summary>Lines before the header that may say where a CSV comes from.</summary>
    public const int MaxProperties = 20;

    /// <summary>Parts of a workbook.</summary>
    public const int MaxParts = 1_000;

    /// <summary>Most bytes of all parts of a workbook after decompression (1 GiB), and most for each byte of the file.</summary>
    public const long MaxInflatedBytes = 1024L * 1024 * 1024, MaxInflation = 200;
}
