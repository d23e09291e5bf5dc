namespace Terjaga.Common.Http;

/// <summary>What came of a visit. What the network does is an outcome, never an exception.</summary>
/// <param name="StatusCode">Null where no answer came.</param>
/// <param name="Code">
/// Why no answer came, null where one did: <c>fetch.private-address</c>, <c>fetch.our-own</c>, <c>fetch.name-unknown</c>, <c>fetch.name-unanswered</c>,
/// <c>fetch.port</c>, <c>fetch.redirect-limit</c>, <c>fetch.redirect-invalid</c>, <c>fetch.timeout</c>,
/// <c>fetch.certificate</c>, <c>fetch.too-many-headers</c>, <c>fetch.too-large</c>, <c>fetch.bomb</c> (it unpacks to far
/// more than it is), <c>fetch.coding</c> (packed twice, or in a way that nobody asked for), <c>fetch.cut-short</c>,
/// <c>fetch.invalid-answer</c> or <c>fetch.unreachable</c>.
/// </param>
/// <param name="FinalAddress">Where the redirects ended.</param>
/// <param name="Body">Empty where no answer came.</param>
/// <param name="Exchanges">Each step of the way, the last one last.</param>
internal sealed record FetchOutcome(
    int? StatusCode, string? Code, WebAddress FinalAddress, string? MediaType, byte[] Body, IReadOnlyList<Exchange> Exchanges)
{
    /// <param name="exchanges">At least one.</param>
    /// <param name="from">Stands for an address that cannot be spelled as one of ours.</param>
    /// <param name="code">Why the way ended here, where the last step does not tell.</param>
    public static FetchOutcome Of(IReadOnlyList<Exchange> exchanges, WebAddress from, string? code = null)
    {
        var last = exchanges[^1];
        var at = WebAddress.Parse(last.Address.AbsoluteUri).TryGet(out var address, out _) ? address : from;
        return (code ?? last.Code) is { } failure
            ? new FetchOutcome(null, failure, at, null, [], exchanges)
            : new FetchOutcome(last.StatusCode, null, at, last.MediaType, last.Body, exchanges);
    }
}
