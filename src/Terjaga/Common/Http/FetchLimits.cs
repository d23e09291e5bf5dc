namespace Terjaga.Common.Http;

/// <summary>What a stranger's link may cost us.</summary>
/// <remarks>Figures from the project's security anchors, section 5: they bound what one hostile page can take.</remarks>
internal static class FetchLimits
{
    /// <summary>Most bytes of a body (10 MiB), both on the wire and after decompression.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    /// <summary>Most bytes of all headers, in kibibytes.</summary>
    public const int MaxHeaderKibibytes = 64;

    /// <summary>Most redirects that are followed.</summary>
    public const int MaxRedirects = 5;

    /// <summary>So many times its packed size may a body unpack to once it is beyond <see cref="RatioFrom"/>; honest pages stay below 30.</summary>
    public const int MaxRatio = 100;

    /// <summary>Unpacked bytes from which the ratio counts (1 MiB): a short page of blanks is no bomb.</summary>
    public const int RatioFrom = 1024 * 1024;

    /// <summary>Everything together: look-up, redirects, headers and body.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
}
