namespace Terjaga.Campaigns.Exports;

/// <summary>A form in which the indicators of a campaign leave the desk.</summary>
public enum IndicatorFormat
{
    /// <summary>A table for people and their spreadsheets (RFC 4180).</summary>
    Csv,

    /// <summary>A bundle of STIX 2.1 (OASIS standard of 10 June 2021).</summary>
    Stix,

    /// <summary>An event of MISP (core format, draft-dulaunoy-misp-core-format).</summary>
    Misp,
}
