using System.Text.Json;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Names of networks that stand in front of the sites of others, so that who is behind is not seen from the address.</summary>
internal sealed class FrontNetworks
{
    /// <summary>Where the list is in the folder of data.</summary>
    public const string FileName = "recipients/front-networks.json";

    private readonly IReadOnlyList<string> _names;

    private FrontNetworks(IReadOnlyList<string> names) => _names = names;

    /// <param name="Names">As the regional registries name the networks; all that begin so count.</param>
    private sealed record Networks(DateOnly AsOf, string Source, IReadOnlyList<string> Names);

    public static FrontNetworks Read(string dataFolder) =>
        new(JsonSerializer.Deserialize<Networks>(File.ReadAllText(Path.Combine(dataFolder, FileName)), JsonSerializerOptions.Web)?.Names
            ?? throw new InvalidDataException($"{FileName} has no list."));

    public bool IsFront(string? network) => network is not null && _names.Any(name => network.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
