using System.Text.Json;
using System.Text.Json.Serialization;

namespace Terjaga.Takedown.Notices;

/// <summary>A letter for programs: the body of a call and the file <c>order.json</c> of a mail. Described in docs/api.md.</summary>
internal sealed record NoticeBody(
    Guid Dispatch, string? Number, string Type, string LegalBasis, string LegalBasisId, string LegalBasisEn, string? ContentClass,
    string? UrgencyGround, string Reason, long DeadlineSeconds, DateTimeOffset? SignedAt, Guid? Withdraws, string? WithdrawsNumber,
    DateTimeOffset? WithdrawnAt, string? Step, Guid? Warns, string? WarnsNumber, IReadOnlyList<NoticeBody.Entry> Orders)
{
    /// <summary>One address, exactly as it is.</summary>
    internal sealed record Entry(Guid Order, string Url, Uri? Answer, IReadOnlyList<NoticeCapture> Captures);

    public static byte[] ToJson(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(Of(notice), NoticeJson.Default.NoticeBody);

    private static NoticeBody Of(Notice notice) => new(
        notice.Dispatch, notice.Number, notice.Type, notice.Basis.Code, notice.Basis.TitleId, notice.Basis.TitleEn,
        notice.Class?.Code, notice.Urgency?.Code, notice.Reason, (long)notice.Basis.Deadline.TotalSeconds, notice.SignedAt,
        notice.Withdraws?.Dispatch, notice.Withdraws?.Number, notice.Withdraws?.At, notice.Warns?.Step.Code, notice.Warns?.Dispatch, notice.Warns?.Number,
        [.. notice.Orders.Select(o => new Entry(o.Order, o.Url, o.Answer, o.Captures))]);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NoticeBody))]
internal sealed partial class NoticeJson : JsonSerializerContext;
