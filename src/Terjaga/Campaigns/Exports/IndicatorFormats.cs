namespace Terjaga.Campaigns.Exports;

/// <summary>How a file of each format is named and announced.</summary>
public static class IndicatorFormats
{
    extension(IndicatorFormat format)
    {
        /// <summary>What the name of the file ends with, dot included.</summary>
        public string FileEnding => format switch
        {
            IndicatorFormat.Csv => ".csv",
            IndicatorFormat.Stix => ".stix.json",
            IndicatorFormat.Misp => ".misp.json",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };

        /// <remarks>CSV: RFC 4180. STIX: as registered with IANA by OASIS. MISP has none of its own.</remarks>
        public string MediaType => format switch
        {
            IndicatorFormat.Csv => "text/csv; charset=utf-8; header=present",
            IndicatorFormat.Stix => "application/stix+json;version=2.1",
            IndicatorFormat.Misp => "application/json",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
    }
}
