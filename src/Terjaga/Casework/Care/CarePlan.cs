using System.Text.Json;

namespace Terjaga.Casework.Care;

/// <summary>How much hard material one officer opens in a day, as officers keep it: with source and date.</summary>
public sealed record CarePlan(string Version, IReadOnlyList<CarePlan.Share> Shares)
{
    /// <summary>Where it is in the folder of data.</summary>
    public const string FileName = "care.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="Openings">Pictures and danger files in a day.</param>
    /// <param name="From">The first day, in western Indonesia, on which it holds.</param>
    public sealed record Share(int Openings, string Source, DateOnly From);

    /// <summary>Throws <see cref="JsonException"/> where it cannot be read, or names no number or no source.</summary>
    public static CarePlan Parse(string json)
    {
        var plan = JsonSerializer.Deserialize<CarePlan>(json, _format) ?? throw new JsonException("Empty.");
        return plan.Shares.Count > 0 && plan.Shares.All(share => share.Openings > 0 && share.Source.Length > 0)
            ? plan
            : throw new JsonException("The plan needs a share, and each share a number above zero and a source.");
    }

    /// <summary>The share that holds on a day; before the first one, that.</summary>
    internal Share On(DateOnly day)
    {
        var known = Shares.OrderBy(share => share.From).ToList();
        return known.FindLast(share => share.From <= day) ?? known[0];
    }
}
