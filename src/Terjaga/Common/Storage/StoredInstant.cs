using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Terjaga.Common.Storage;

/// <summary>Instants in SQLite: whole microseconds since 1970 in UTC, the resolution that PostgreSQL keeps.</summary>
internal sealed class StoredInstant()
    : ValueConverter<DateTimeOffset, long>(instant => ToMicroseconds(instant), stored => FromMicroseconds(stored))
{
    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long stored) =>
        DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond);
}
