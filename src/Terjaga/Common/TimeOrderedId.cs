namespace Terjaga.Common;

/// <summary>Identifiers that sort by the moment of what they name and, at one moment, in the order of their making.</summary>
/// <remarks>
/// UUID version 7 (RFC 9562 section 5.7) whose twelve bits behind the millisecond hold its fraction (section 6.2, method
/// 3), followed by a counter of fourteen bits (method 1): the event of a cause sorts before the event of its effect, also
/// where one operation records both. Safe for any number of threads.
/// </remarks>
public static class TimeOrderedId
{
    /// <summary>Steps that twelve bits divide a millisecond into: 244 nanoseconds each.</summary>
    private const int Steps = 1 << 12;

    /// <summary>Where version and fraction stand, counted in bytes of the network order.</summary>
    private const int FractionAt = 6;

    /// <summary>Where variant and counter stand.</summary>
    private const int CounterAt = 8;

    /// <summary>The one state that is shared on purpose: only a count kept by the process puts one moment's ids in order.</summary>
    private static int _made;

    /// <summary>A new identifier for what happens now; 48 of its bits are random.</summary>
    public static Guid At(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
#pragma warning disable RS0030 // This is the one place that the ban leads to.
        Guid.CreateVersion7(now).TryWriteBytes(bytes, bigEndian: true, out _);
#pragma warning restore RS0030
        var fraction = now.UtcTicks % TimeSpan.TicksPerMillisecond * Steps / TimeSpan.TicksPerMillisecond;
        bytes[FractionAt] = (byte)((bytes[FractionAt] & 0xF0) | (int)(fraction >> 8));
        bytes[FractionAt + 1] = (byte)fraction;
        var count = Interlocked.Increment(ref _made);
        bytes[CounterAt] = (byte)((bytes[CounterAt] & 0xC0) | ((count >> 8) & 0x3F));
        bytes[CounterAt + 1] = (byte)count;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Sorts before every identifier of an instant and after all earlier ones: the bound of a stretch of time.</summary>
    public static Guid Before(DateTimeOffset instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, instant.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
