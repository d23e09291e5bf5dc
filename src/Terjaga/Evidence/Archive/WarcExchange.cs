namespace Terjaga.Evidence.Archive;

/// <summary>One request and what came back.</summary>
/// <param name="Id">Of its own: the records of the file are named after it.</param>
/// <param name="At">When the request was sent.</param>
/// <param name="Method">Such as GET.</param>
/// <param name="ResponseHeaders">As they came, with the names that describe how the body was packed for the way.</param>
/// <param name="Body">After unpacking (gzip, br, chunks); may be cut, see <paramref name="Truncated"/>.</param>
/// <param name="RemoteAddress">The IP address that answered; null where not known.</param>
/// <param name="Truncated">Why the body is not whole: <see cref="WarcTruncation"/>; null where it is whole.</param>
internal sealed record WarcExchange(
    Guid Id,
    DateTimeOffset At,
    string Address,
    string Method,
    IReadOnlyList<KeyValuePair<string, string>> RequestHeaders,
    int StatusCode,
    string Reason,
    IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders,
    ReadOnlyMemory<byte> Body,
    string? RemoteAddress,
    string? Truncated);
