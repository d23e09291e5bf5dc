using System.Net.Http.Headers;

namespace Terjaga.Common.Http;

/// <summary>How long a server asks not to be called again (RFC 9110 section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>Longest wait that is granted, one day: a notice must not sleep for a year because a server says so.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>From none to <see cref="Longest"/>; null where the answer asks for no wait, or in no way that can be read.</summary>
    public static TimeSpan? Of(Exchange exchange, DateTimeOffset now)
    {
        if (exchange.StatusCode is not (429 or 503) || !RetryConditionHeaderValue.TryParse(exchange.Header("Retry-After"), out var asked))
            return null;
        var wait = asked.Delta ?? asked.Date - now ?? TimeSpan.Zero;
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Longest.Ticks));
    }
}
