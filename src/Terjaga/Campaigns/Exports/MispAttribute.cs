namespace Terjaga.Campaigns.Exports;

/// <summary>What an indicator is called in MISP.</summary>
/// <remarks>Types and categories: draft-dulaunoy-misp-core-format, section 2.3.2.3. MISP refuses a value that its type does not fit, so such a value goes as text.</remarks>
/// <param name="IsForMachines">Whether machines that look for it may do so by themselves (<c>to_ids</c>).</param>
/// <param name="Remark">Follows in the comment; null where type and value say all.</param>
internal sealed record MispAttribute(string Category, string Type, string Value, bool IsForMachines, string? Remark = null)
{
    private const string Fraud = "Financial fraud", Network = "Network activity";

    /// <summary>UTF-16 units of the name of a bank in a comment.</summary>
    private const int MaxBankLength = 60;

    public static MispAttribute Of(IndicatorSheet.Row row) => row.Kind switch
    {
        IndicatorKind.Phone => MispShape.IsPhone(row.Value) ? new("Other", "phone-number", row.Value, true) : AsText("Other", row),
        IndicatorKind.Account => Account(row),
        IndicatorKind.Handle => AsText("Social network", row),
        IndicatorKind.Domain => MispShape.IsDomain(row.Value) ? new(Network, "domain", row.Value, true) : AsText(Network, row),
        IndicatorKind.Url => MispShape.IsUrl(row.Value) ? new(Network, "url", row.Value, true) : AsText(Network, row),
        IndicatorKind.Wallet => MispShape.IsBitcoin(row.Value) ? new(Fraud, "btc", row.Value, true) : new(Fraud, "other", row.Value, false, row.Kind.Label),
        IndicatorKind.PictureHash => new("External analysis", "other", row.Value, false, row.Kind.Label),
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Kind, "Not an indicator."),
    };

    /// <summary>The number alone, as MISP wants it; its bank stands in the comment.</summary>
    private static MispAttribute Account(IndicatorSheet.Row row) =>
        row.Value.Split(':', 2) is [var bank, var number] && MispShape.IsDigits(number)
            ? new(Fraud, "bank-account-nr", number, true, ForeignText.OneLine(bank, MaxBankLength))
            : AsText(Fraud, row);

    private static MispAttribute AsText(string category, IndicatorSheet.Row row) => new(category, "text", row.Value, false, row.Kind.Label);
}
