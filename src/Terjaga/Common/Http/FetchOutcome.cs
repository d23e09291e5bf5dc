namespace Terjaga.Common.Http;

/// <summary>What came of a visit. What the network does is an outcome, never an exception.</summary>
/// <param name="StatusCode">Null where no answer came.</param>
/// <param name="Code">
/// Why no answer came, null where one did: <c>fetch.private-address</c>, <c>fetch.name-unknown</c>, <c>fetch.port</c>,
/// <c>fetch.redirect-limit</c>, <c>fetch.redirect-invalid</c>, <c>fetch.timeout</c>, <c>fetch.too-large</c> or
/// <c>fetch.unreachable</c>.
/// </param>
/// <param name="FinalAddress">Where the redirects ended.</param>
/// <param name="Body">Empty where no answer came.</param>
internal sealed record FetchOutcome(
    int? StatusCode, string? Code, WebAddress FinalAddress, string? MediaType, byte[] Body)
{
    public static FetchOutcome Failed(string code, WebAddress at) => new(null, code, at, null, []);
}
