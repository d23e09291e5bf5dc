using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown;

/// <summary>What a recipient is told about one order. It names no reporter and calls nobody anything.</summary>
/// <param name="Order">The order's id; the same in every repetition of the notice.</param>
/// <param name="Url">The item to take away.</param>
/// <param name="Reason">The officer's words.</param>
/// <param name="DeadlineSeconds">Counted from the moment the notice reaches the recipient.</param>
/// <param name="Answer">Where the recipient answers.</param>
/// <param name="WithdrawnAt">When the order ended; null while it holds, and then left out.</param>
public sealed record Notice(
    Guid Order, string Type, string Url, string LegalBasis, string LegalBasisId, string LegalBasisEn, string Reason,
    long DeadlineSeconds, DateTimeOffset SignedAt, Uri Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? WithdrawnAt = null)
{
    /// <summary>The kind of call, as Standard Webhooks asks for one.</summary>
    public const string OrderType = "takedown.ordered", WithdrawalType = "takedown.withdrawn";

    /// <summary>By which a repetition is known: the order's id, and one beside it for its end.</summary>
    [JsonIgnore]
    public string Identity => WithdrawnAt is null ? $"{Order:D}" : $"{Order:D}-withdrawn";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, NoticeJson.Default.Notice);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Notice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
