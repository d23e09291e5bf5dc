namespace Terjaga.Common.Http;

/// <summary>What a stranger's link may cost us.</summary>
/// <remarks>Figures from the project's security anchors, section 5: they bound what one hostile page can take.</remarks>
internal static class FetchLimits
{
    /// <summary>Most bytes of a body, after decompression (10 MiB).</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    /// <summary>Most bytes of all headers, in kibibytes.</summary>
    public const int MaxHeaderKibibytes = 64;

    /// <summary>Most redirects that are followed.</summary>
    public const int MaxRedirects = 5;

    /// <summary>Everything together: look-up, redirects, headers and body.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
}
