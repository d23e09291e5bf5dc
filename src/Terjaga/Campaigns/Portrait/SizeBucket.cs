namespace Terjaga.Campaigns.Portrait;

/// <summary>How many sightings fell into one stretch of time.</summary>
/// <param name="From">In western Indonesian time.</param>
/// <param name="Total">With all stretches before.</param>
public sealed record SizeBucket(DateTimeOffset From, int Count, int Total);
