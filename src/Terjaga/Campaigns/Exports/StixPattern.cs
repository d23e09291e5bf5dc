namespace Terjaga.Campaigns.Exports;

/// <summary>The pattern by which others find an indicator in what they see themselves.</summary>
/// <remarks>STIX 2.1, section 9.</remarks>
internal static class StixPattern
{
    /// <summary>That all properties of the object are these, for instance <c>[url:value = 'https://example.org/']</c>.</summary>
    public static string Of(StixObservable seen)
    {
        var path = seen.Inside is { } inside ? $"{seen.Type}:{inside}." : $"{seen.Type}:";
        return $"[{string.Join(" AND ", seen.Properties.Select(property => $"{path}{property.Key} = {Literal(property.Value)}"))}]";
    }

    /// <summary>In quotes; of all characters only the backslash and the quote are escaped.</summary>
    public static string Literal(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
