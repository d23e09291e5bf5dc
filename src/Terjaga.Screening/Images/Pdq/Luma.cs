using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>How bright a picture is, dot by dot.</summary>
public static class Luma
{
    /// <remarks>Luma of ITU-R BT.601, as PDQ takes it.</remarks>
    private const float Red = 0.299f, Green = 0.587f, Blue = 0.114f;

    private const int BytesPerDot = 4, Low = 0xFF, GreenShift = 8, BlueShift = 16;

    /// <param name="rgba">Red, green, blue and what is not looked at, a byte each.</param>
    /// <param name="luma">0 to 255; as many as there are dots.</param>
    public static void FromRgba(ReadOnlySpan<byte> rgba, Span<float> luma)
    {
        var dots = MemoryMarshal.Cast<byte, uint>(rgba)[..luma.Length];
        var at = 0;
        for (; at <= luma.Length - Vector256<uint>.Count; at += Vector256<uint>.Count)
        {
            var dot = Vector256.Create(dots[at..]);
            var red = Channel(dot) * Red;
            var green = Channel(dot >>> GreenShift) * Green;
            var blue = Channel(dot >>> BlueShift) * Blue;
            // The order of the additions decides the last bit of each sum.
            (red + green + blue).CopyTo(luma[at..]);
        }

        for (; at < luma.Length; at++)
            luma[at] = (rgba[at * BytesPerDot] * Red) + (rgba[(at * BytesPerDot) + 1] * Green) + (rgba[(at * BytesPerDot) + 2] * Blue);
    }

    /// <param name="grey">A byte a dot.</param>
    /// <param name="luma">The same numbers; as many as there are dots.</param>
    public static void FromGrey(ReadOnlySpan<byte> grey, Span<float> luma)
    {
        for (var at = 0; at < luma.Length; at++)
            luma[at] = grey[at];
    }

    private static Vector256<float> Channel(Vector256<uint> dot) =>
        Vector256.ConvertToSingle((dot & Vector256.Create((uint)Low)).AsInt32());
}
