namespace Terjaga.Common.Tables;

/// <summary>How a table file is written.</summary>
internal enum TableFormat
{
    Csv,
    Xlsx,
    Json,
}
