using System.Collections.Concurrent;

namespace Terjaga.Takedown.Watching;

/// <summary>Looks at one site one after another: a desk that watches a thousand places of a site must not be a burden to it.</summary>
internal sealed class HostPace(TimeProvider clock)
{
    /// <summary>Sites that are remembered; beyond, those whose turn is over are forgotten.</summary>
    private const int MostHosts = 10_000;

    /// <summary>Those who must wait come back within so many gaps, not all at once.</summary>
    private const int Spread = 32;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _free = new(StringComparer.Ordinal);

    /// <summary>How long to wait before the next look at a site; null where this one is taken now, and then others wait for it.</summary>
    public TimeSpan? WaitFor(string host, TimeSpan gap)
    {
        var now = clock.GetUtcNow();
        if (_free.Count > MostHosts)
        {
            foreach (var (known, free) in _free)
            {
                if (free <= now)
                    _free.TryRemove(known, out _);
            }
        }

        var isMine = false;
        var until = _free.AddOrUpdate(host, _ => Take(), (_, free) => free > now ? Leave(free) : Take());
        return isMine ? null : until - now + (Random.Shared.NextDouble() * Spread * gap);

        DateTimeOffset Take()
        {
            isMine = true;
            return now + gap;
        }

        DateTimeOffset Leave(DateTimeOffset free)
        {
            isMine = false;
            return free;
        }
    }
}
