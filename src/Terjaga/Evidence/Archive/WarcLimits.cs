namespace Terjaga.Evidence.Archive;

/// <summary>How much of a WARC file the check reads before it gives up.</summary>
internal sealed record WarcLimits
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Longest block of one record, after unpacking; far above what a capture may hold.</summary>
    public long BlockBytes { get; init; } = 256 * Mebibyte;

    /// <summary>All records together, after unpacking.</summary>
    public long TotalBytes { get; init; } = 1024 * Mebibyte;

    public int Records { get; init; } = 10_000;

    /// <summary>Fields at the head of one record.</summary>
    public int HeaderBytes { get; init; } = 64 * 1024;

    /// <summary>Status line and headers inside a block of HTTP.</summary>
    public int HttpHeadBytes { get; init; } = 1024 * 1024;
}
