using System.Net;

namespace Terjaga.Common.Http;

/// <summary>The network addresses of a name, all of them public.</summary>
/// <param name="Code">Why there are none, see <see cref="FetchOutcome"/>; null where there are some.</param>
internal sealed record HostAddresses(IReadOnlyList<IPAddress> Addresses, string? Code);
