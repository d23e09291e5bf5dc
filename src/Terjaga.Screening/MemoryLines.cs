using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Terjaga.Screening;

/// <summary>Asks the memory for what will be read soon, so that several answers are waited for at once and not one after the other.</summary>
internal static class MemoryLines
{
    /// <summary>Asks for one line; where the processor cannot be asked, it is read when needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Ask<T>(ref T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
    }
}
