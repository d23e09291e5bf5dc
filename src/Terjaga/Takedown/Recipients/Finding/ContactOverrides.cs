using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Contacts that officers keep by hand for some hosts, because what is published is wrong or leads nowhere; dated rows with their source.</summary>
internal sealed class ContactOverrides
{
    /// <summary>Where the rows are in the folder of data.</summary>
    public const string FileName = "recipients/overrides.json";

    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly IReadOnlyList<Row> _rows;

    private ContactOverrides(IReadOnlyList<Row> rows) => _rows = rows;

    /// <param name="Domain">For this name and all below it.</param>
    /// <param name="ValidUntil">The last day; null while it holds.</param>
    public sealed record Row(
        string Domain, RecipientKind Kind, string Name, RecipientChannel Channel, string Address, string Why, string Source, DateOnly SeenOn, DateOnly? ValidUntil = null);

    private sealed record Rows(IReadOnlyList<Row> Overrides);

    /// <summary>Throws <see cref="InvalidDataException"/> on a row that is no contact, and <see cref="JsonException"/> on what is no such file.</summary>
    public static ContactOverrides Parse(string json)
    {
        var rows = JsonSerializer.Deserialize<Rows>(json, _format)?.Overrides ?? [];
        foreach (var row in rows)
        {
            if (!Contact.Read(new ContactTyped(row.Channel, row.Address, Source: row.Source)).TryGet(out _, out var problem))
                throw new InvalidDataException($"{FileName}: the row {row.Domain} is no contact ({problem.Code}).");
        }

        return new ContactOverrides(rows);
    }

    /// <summary>The rows for a host that hold on a day, the longest name first.</summary>
    public IEnumerable<FoundContact> For(string host, DateOnly today) => _rows
        .Where(row => (row.ValidUntil is null || today <= row.ValidUntil)
            && (host.Equals(row.Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + row.Domain, StringComparison.OrdinalIgnoreCase)))
        .OrderByDescending(row => row.Domain.Length)
        .Select(row => new FoundContact(
            ContactRule.Override, row.Kind, row.Name, row.Channel, row.Address, $"{FileName}: {row.Why} ({row.Source})", WibTime.BeginOf(row.SeenOn)));
}
