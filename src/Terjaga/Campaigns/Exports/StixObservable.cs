namespace Terjaga.Campaigns.Exports;

/// <summary>What an indicator looks like where it is seen: an object of STIX with the properties that tell it from others.</summary>
/// <remarks>Why phones, accounts and wallets are accounts of users: docs/decisions/0017-exports-of-indicators.md.</remarks>
/// <param name="Properties">All of those that make the id, sorted by name.</param>
/// <param name="Inside">The property in which they lie; null where they lie in the object itself.</param>
internal sealed record StixObservable(string Type, IReadOnlyList<KeyValuePair<string, string>> Properties, string? Inside = null)
{
    /// <summary>The space that all programs share for such objects (STIX 2.1, section 2.9).</summary>
    private static readonly Guid _space = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// <summary>The same in every program that sees the same thing.</summary>
    public string Id => $"{Type}--{NameBasedId.Of(_space, Inside is null ? Named : $"{{\"{Inside}\":{Named}}}"):D}";

    private string Named => CanonicalJson.Object(Properties);

    public static StixObservable Of(IndicatorSheet.Row row) => row.Kind switch
    {
        IndicatorKind.Url => new("url", [new("value", row.Value)]),
        IndicatorKind.Domain => new("domain-name", [new("value", row.Value)]),
        IndicatorKind.Phone => Account("phone", row.Value),
        IndicatorKind.Account => Account("bank-account", row.Value),
        IndicatorKind.Wallet => Account("cryptocurrency-wallet", row.Value),
        IndicatorKind.Handle => Handle(row.Value),
        IndicatorKind.PictureHash => new("file", [new("PDQ", row.Value)], Inside: "hashes"),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "Not an indicator."),
    };

    private static StixObservable Account(string type, string id) => new("user-account", [new("account_type", type), new("user_id", id)]);

    private static StixObservable Handle(string value) => value.Split(':', 2) is [{ Length: > 0 } platform, { Length: > 0 } name]
        ? new("user-account", [new("account_login", name), new("account_type", platform)])
        : Account("handle", value);
}
