using System.Collections.Concurrent;

namespace Terjaga.Accounts;

/// <summary>Which keys were good just now, so that not each call asks the database. Only good ones are kept: strangers cannot fill it.</summary>
public sealed class KnownPartnerKeys
{
    /// <summary>How long a key that was good is taken to be; in another process a revoked one ends within it.</summary>
    private static readonly TimeSpan _trust = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    internal bool IsFresh(string hash, DateTimeOffset now) => _seen.TryGetValue(hash, out var at) && now - at <= _trust;

    internal void Keep(string hash, DateTimeOffset now) => _seen[hash] = now;

    internal void Forget(string hash) => _seen.TryRemove(hash, out _);
}
