using System.Globalization;

namespace Terjaga.Campaigns.Exports;

/// <summary>Instants as the formats write them, all in UTC.</summary>
internal static class UtcText
{
    /// <summary>For instance <c>2026-11-30T07:00:00Z</c>.</summary>
    public static string Seconds(DateTimeOffset at) => Write(at, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>For instance <c>2026-11-30T07:00:00.000Z</c>; STIX compares versions by it.</summary>
    public static string Milliseconds(DateTimeOffset at) => Write(at, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    /// <summary>For instance <c>2026-11-30T07:00:00.000000+00:00</c>, as MISP writes when something was seen.</summary>
    public static string Microseconds(DateTimeOffset at) => Write(at, "yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'");

    public static string Day(DateTimeOffset at) => Write(at, "yyyy-MM-dd");

    /// <summary>Seconds since 1970, as MISP writes when something was changed.</summary>
    public static string UnixSeconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Write(DateTimeOffset at, string format) => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
