namespace Terjaga.Campaigns.Exports;

/// <summary>Who may see an export: those who get it, and of their own people and clients those who need it.</summary>
/// <remarks>
/// TLP:AMBER of the Traffic Light Protocol, https://www.first.org/tlp/. Numbers and accounts belong to people, and not
/// every campaign has been decided, so that no export says more than that.
/// </remarks>
public static class ExportMarking
{
    public const string Name = "TLP:AMBER";

    /// <summary>Tag of the taxonomy <c>tlp</c> of MISP.</summary>
    internal const string MispTag = "tlp:amber";

    /// <summary>Level inside of the STIX object.</summary>
    internal const string StixLevel = "amber";

    /// <summary>The one object that all users of STIX 2.1 share for it (section 7.2.1.4).</summary>
    internal const string StixId = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";

    /// <summary>Given by the standard with the id.</summary>
    internal const string StixCreated = "2017-01-20T00:00:00.000Z";
}
