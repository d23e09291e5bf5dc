namespace Terjaga.Evidence.Browsing;

/// <summary>What one page may take of this machine while the browser shows it.</summary>
internal static class BrowserLimits
{
    /// <summary>Most pages that are shown at once; each is a browser of its own.</summary>
    public const int AtOnce = 2;

    /// <summary>Most memory of a browser with all its processes that no other program shares, in bytes (512 MiB).</summary>
    public const long MaxMemory = 512L * 1024 * 1024;

    /// <summary>Most requests of one page.</summary>
    public const int MaxRequests = 150;

    /// <summary>Most requests of one page that are under way at once.</summary>
    public const int RequestsAtOnce = 6;

    /// <summary>Most bytes of all that a page asks for, after decompression (24 MiB).</summary>
    public const int MaxBytes = 24 * 1024 * 1024;

    /// <summary>Width of the window, in pixels.</summary>
    public const int Width = 1_280;

    /// <summary>Height of the window, and most height of a picture, in pixels; what is longer is cut.</summary>
    public const int Height = 900, MaxPictureHeight = 10_000;

    /// <summary>Largest picture without loss, in bytes (8 MiB); a larger one is taken again as JPEG.</summary>
    public const int MaxPngBytes = 8 * 1024 * 1024;

    /// <summary>Largest message of the browser, in bytes (64 MiB): a picture in Base64 and what surrounds it.</summary>
    public const int MaxMessageBytes = 64 * 1024 * 1024;

    /// <summary>Everything together, from the start of the browser.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    /// <summary>After which the page is drawn as it is, though it still loads.</summary>
    public static readonly TimeSpan Loading = TimeSpan.FromSeconds(12);

    /// <summary>Between the end of loading and the picture, for what scripts put on the page.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);
}
