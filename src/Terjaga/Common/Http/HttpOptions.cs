namespace Terjaga.Common.Http;

/// <summary>Which way the guarded client may go out.</summary>
public sealed record HttpOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Http";

    /// <summary>Ports that may be visited.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [80, 443];

    /// <summary>
    /// For rehearsals and tests only: lines of <c>name address port</c>; a listed name leads there, whatever that
    /// address is. Empty on a real desk, and a filled list is said aloud at every start.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
}
