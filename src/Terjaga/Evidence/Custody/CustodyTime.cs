namespace Terjaga.Evidence.Custody;

/// <summary>Instants of the log: whole microseconds, which both databases keep, so that a hash survives being stored.</summary>
internal static class CustodyTime
{
    /// <summary>In UTC.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static DateTimeOffset Whole(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
