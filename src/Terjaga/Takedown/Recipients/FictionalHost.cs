namespace Terjaga.Takedown.Recipients;

/// <summary>Names that can belong to nobody. A place or a recipient under one is invented; every other is real.</summary>
/// <remarks>RFC 2606 and RFC 6761: these names are kept for documents and tests and are never given out.</remarks>
internal static class FictionalHost
{
    private static readonly string[] _names = ["example", "test", "invalid", "localhost", "example.com", "example.net", "example.org"];

    public static bool Is(string host) => _names.Any(name =>
        host.TrimEnd('.') is var plain && (plain.Equals(name, StringComparison.OrdinalIgnoreCase) || plain.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)));
}
