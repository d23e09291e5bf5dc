using System.Net;
using System.Text.Json;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Reads the answer of an RDAP server. The server is not trusted: what is about something else, or deeper or larger than honest answers are, is refused.</summary>
/// <remarks>RFC 9083. A registrant writes its own card, so only a card with the role "abuse" counts.</remarks>
internal static class RdapReader
{
    /// <summary>Largest answer, in bytes (512 KiB); those of the large registries stay below 100 KiB.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Deepest nesting of the text, and of entities within entities.</summary>
    private const int MaxDepth = 32, MaxEntityDepth = 4;

    /// <summary>Most entities that are looked at.</summary>
    private const int MaxEntities = 200;

    /// <summary>The registrar's contact for complaints about a domain.</summary>
    public static RdapReading ReadDomain(byte[] body, string domain) => Read(body, root =>
    {
        if (TextOf(root, "objectClassName") != "domain")
            return new(null, "rdap.wrong-type");
        if (!domain.Equals(TextOf(root, "ldhName")?.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
            return new(null, "rdap.wrong-object");
        var registrar = EntitiesOf(root, 1).FirstOrDefault(entity => HasRole(entity, "registrar"));
        var found = registrar.ValueKind == JsonValueKind.Object ? Abuse(registrar) : default;
        found = found.ValueKind == JsonValueKind.Object ? found : EntitiesOf(root, 1).FirstOrDefault(IsAbuse);
        return found.ValueKind == JsonValueKind.Object && JCard.Mail(found) is { } mail
            ? new(new RdapContact(JCard.Name(registrar) ?? JCard.Name(found) ?? mail, mail, null), null)
            : new(null, "rdap.no-abuse");
    });

    /// <summary>The contact for complaints of the network that has an address.</summary>
    public static RdapReading ReadNetwork(byte[] body, IPAddress address) => Read(body, root =>
    {
        if (TextOf(root, "objectClassName") != "ip network")
            return new(null, "rdap.wrong-type");
        if (!Holds(root, address))
            return new(null, "rdap.wrong-object");
        var network = TextOf(root, "name");
        return Abuse(root) is { ValueKind: JsonValueKind.Object } found && JCard.Mail(found) is { } mail
            ? new(new RdapContact(JCard.Name(found) ?? network ?? mail, mail, network), null)
            : new(null, "rdap.no-abuse");
    });

    private static RdapReading Read(byte[] body, Func<JsonElement, RdapReading> read)
    {
        if (body.Length > MaxBytes)
            return new(null, "fetch.too-large");
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return json.RootElement.ValueKind == JsonValueKind.Object ? read(json.RootElement) : new(null, "rdap.wrong-type");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second for half a character, which is no text and which the reader finds late.
            return new(null, "rdap.not-json");
        }
    }

    private static JsonElement Abuse(JsonElement of) => EntitiesOf(of, MaxEntityDepth).FirstOrDefault(IsAbuse);

    private static bool IsAbuse(JsonElement entity) => HasRole(entity, "abuse") && JCard.Mail(entity) is not null;

    private static IEnumerable<JsonElement> EntitiesOf(JsonElement of, int depth)
    {
        var (open, count) = (new Queue<KeyValuePair<int, JsonElement>>([KeyValuePair.Create(0, of)]), 0);
        while (open.TryDequeue(out var next))
        {
            if (next.Key >= depth || !next.Value.TryGetProperty("entities", out var entities) || entities.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var entity in entities.EnumerateArray().Where(entity => entity.ValueKind == JsonValueKind.Object))
            {
                if (++count > MaxEntities)
                    yield break;
                yield return entity;
                open.Enqueue(KeyValuePair.Create(next.Key + 1, entity));
            }
        }
    }

    private static bool HasRole(JsonElement entity, string role) =>
        entity.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
        && roles.EnumerateArray().Any(r => r.ValueKind == JsonValueKind.String && r.ValueEquals(role));

    private static string? TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Holds(JsonElement network, IPAddress address)
    {
        if (!IPAddress.TryParse(TextOf(network, "startAddress"), out var first) || !IPAddress.TryParse(TextOf(network, "endAddress"), out var last))
            return false;
        var (from, at, to) = (first.GetAddressBytes(), address.GetAddressBytes(), last.GetAddressBytes());
        return from.Length == at.Length && to.Length == at.Length && from.AsSpan().SequenceCompareTo(at) <= 0 && at.AsSpan().SequenceCompareTo(to) <= 0;
    }
}
