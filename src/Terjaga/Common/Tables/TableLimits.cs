namespace Terjaga.Common.Tables;

/// <summary>What a table file may cost us. Official lists have at most two million rows; the rest is what no list needs.</summary>
internal static class TableLimits
{
    /// <summary>Most bytes of a file (512 MiB).</summary>
    public const long FileBytes = 512L * Mebibyte;

    /// <summary>Most rows, empty ones among them, the header not.</summary>
    public const int Rows = 5_000_000;

    public const int Columns = 100;

    /// <summary>Most characters (UTF-16) of a cell, and of a property of the file.</summary>
    public const int CellCharacters = 4_000;

    /// <summary>Most characters of all column names together.</summary>
    public const int HeaderCharacters = 16 * 1024;

    /// <summary>Most characters of a CSV record, bytes of a JSON value, and characters of XML without a tag: twice a full row.</summary>
    public const int PieceSize = Mebibyte;

    /// <summary>Levels of JSON and of XML; a sheet has eight.</summary>
    public const int Depth = 64;

    /// <summary>Most bytes of all parts of a workbook, inflated (2 GiB).</summary>
    public const long InflatedBytes = 2048L * Mebibyte;

    /// <summary>Most inflated bytes for one byte of the workbook; sheets of one repeated word come to about 100.</summary>
    public const int InflatedRatio = 200;

    /// <summary>Most parts of a workbook.</summary>
    public const int Entries = 1_000;

    /// <summary>Most bytes of the list of parts at the end of a workbook, which is read whole before its parts are counted.</summary>
    public const long DirectoryBytes = Mebibyte;

    /// <summary>Most characters of a workbook's shared texts, which are kept in memory (512 MiB).</summary>
    public const long SharedCharacters = 256L * Mebibyte;

    /// <summary>Most kinds of number formats of a workbook; Excel itself stops at 65,490.</summary>
    public const int Styles = 65_536;

    private const int Mebibyte = 1024 * 1024;
}
