namespace Terjaga.Evidence.Archive;

/// <summary>Why a body is not whole, in the words of ISO 28500:2017 section 5.13.</summary>
internal static class WarcTruncation
{
    /// <summary>Longer than is kept.</summary>
    public const string Length = "length";

    /// <summary>Took longer than is waited.</summary>
    public const string Time = "time";

    /// <summary>The other side hung up.</summary>
    public const string Disconnect = "disconnect";

    public const string Unspecified = "unspecified";
}
