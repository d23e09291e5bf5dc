namespace Terjaga.Screening.Similarity;

/// <summary>Spreads the bits of what is hashed.</summary>
internal static class Mixing
{
    /// <summary>The finaliser of MurmurHash3: Appleby 2011.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 33)) * 0xff51afd7ed558ccd;
        bits = (bits ^ (bits >> 33)) * 0xc4ceb9fe1a85ec53;
        return bits ^ (bits >> 33);
    }
}
