namespace Terjaga.Campaigns.Exports;

/// <summary>Ids of what the desk itself says in an export; they follow from the campaign and stay from export to export.</summary>
internal static class ExportIds
{
    /// <summary>Ours alone: drawn for these exports on 2026-11-30, and never to be changed.</summary>
    private static readonly Guid _space = new("5f0c4d3a-7a0e-4c0b-9d62-3c1b8f6e2a94");

    /// <summary>The desk as the author; the same in every export of every campaign.</summary>
    public static Guid Desk { get; } = NameBasedId.Of(_space, "desk");

    /// <param name="type">Of the object: one thing has another id for each of its objects.</param>
    public static Guid Of(Guid campaign, string type) => NameBasedId.Of(_space, $"{campaign:D}\n{type}");

    public static Guid Of(Guid campaign, string type, IndicatorSheet.Row row) =>
        NameBasedId.Of(_space, $"{campaign:D}\n{type}\n{row.Kind.Code}\n{row.Value}");
}
