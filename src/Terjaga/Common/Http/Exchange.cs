namespace Terjaga.Common.Http;

/// <summary>One request and what came back, as evidence keeps it.</summary>
/// <param name="StatusCode">Null where no answer came.</param>
/// <param name="Body">After decompression; empty where none came or it was refused.</param>
/// <param name="RemoteAddress">The address that was connected to; null where none was.</param>
/// <param name="Certificate">Of an encrypted site: subject and SHA-256, also where it was not accepted; null where there was none.</param>
/// <param name="Code">Why it ended without a whole answer, see <see cref="FetchOutcome"/>; null where it did not.</param>
internal sealed record Exchange(
    DateTimeOffset At, Uri Address, IReadOnlyList<KeyValuePair<string, string>> RequestHeaders, int? StatusCode, string Reason,
    IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders, byte[] Body, string? RemoteAddress, string? Certificate, string? Code)
{
    /// <summary>A request to which no answer came, and why.</summary>
    public static Exchange Failed(DateTimeOffset at, Uri address, IReadOnlyList<KeyValuePair<string, string>> requestHeaders, string? code) =>
        new(at, address, requestHeaders, null, "", [], [], null, null, code);

    /// <summary>Media type with its parameters as the site gave it; null if it gave none.</summary>
    public string? MediaType => Header("Content-Type");

    /// <summary>Where the site sends the visitor on, as it wrote it; null where it does not.</summary>
    public string? Next => StatusCode is 301 or 302 or 303 or 307 or 308 ? Header("Location") : null;

    /// <summary>A header of the answer; null where it has none of the name.</summary>
    public string? Header(string name) =>
        ResponseHeaders.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
