using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Registry.Lists;

/// <summary>Reads stored rows by code made at build time: a desk reads a hundred thousand of them before it opens.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Agency))]
[JsonSerializable(typeof(Vacancy))]
[JsonSerializable(typeof(CountryStatus))]
[JsonSerializable(typeof(LegalCost))]
[JsonSerializable(typeof(OfficialDomain))]
internal sealed partial class RowJson : JsonSerializerContext
{
    public static T? Read<T>(string content)
        where T : class => JsonSerializer.Deserialize(content, typeof(T), Default) as T;
}
