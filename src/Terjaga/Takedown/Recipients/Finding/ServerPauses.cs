using System.Collections.Concurrent;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Servers that asked to be left alone for a while. A process that starts anew asks once and is told again.</summary>
internal sealed class ServerPauses
{
    /// <summary>Shortest and longest pause that is kept: what a server says may be a mistake.</summary>
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(5), _longest = TimeSpan.FromDays(1);

    /// <summary>Pause after a refusal that names no time.</summary>
    private static readonly TimeSpan _unnamed = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the server may be asked.</summary>
    public DateTimeOffset? Of(string host, DateTimeOffset now) => _until.TryGetValue(host, out var until) && until > now ? until : null;

    /// <param name="wish">Seconds or an instant, as <c>Retry-After</c> has it (RFC 9110 section 10.2.3); null where the server named none.</param>
    public DateTimeOffset Pause(string host, string? wish, DateTimeOffset now)
    {
        var wait = int.TryParse(wish, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParseExact(wish, "r", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) ? at - now
            : _unnamed;
        var until = now + (wait < _shortest ? _shortest : wait > _longest ? _longest : wait);
        _until[host] = until;
        return until;
    }
}
