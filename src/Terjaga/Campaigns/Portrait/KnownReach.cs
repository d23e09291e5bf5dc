namespace Terjaga.Campaigns.Portrait;

/// <summary>
/// How far a campaign is known to have come. The desk has no view counts, so none is guessed: every number here is of what
/// was reported, and the campaign reached at least that far.
/// </summary>
/// <param name="ReportCount">Somebody may have reported twice, so it is not a number of people.</param>
/// <param name="FirstSeenAt">Null where nothing was seen.</param>
/// <param name="LastSeenAt">Null where nothing was seen.</param>
public sealed record KnownReach(
    int ReportCount, int PlaceCount, int HostCount, int ChannelCount, int ContactCount,
    DateTimeOffset? FirstSeenAt, DateTimeOffset? LastSeenAt)
{
    public static KnownReach Of(IReadOnlyCollection<Sighting> sightings) => new(
        sightings.Select(sighting => sighting.ReportId).Distinct().Count(),
        Different(sightings.Select(sighting => sighting.Place), StringComparer.Ordinal),
        Different(sightings.Select(sighting => sighting.Host), StringComparer.OrdinalIgnoreCase),
        Different(sightings.Select(sighting => sighting.Channel?.Trim()), StringComparer.OrdinalIgnoreCase),
        Different(sightings.SelectMany(sighting => sighting.Contacts), StringComparer.Ordinal),
        sightings.Min(sighting => (DateTimeOffset?)sighting.At),
        sightings.Max(sighting => (DateTimeOffset?)sighting.At));

    private static int Different(IEnumerable<string?> names, StringComparer comparer) =>
        names.Where(name => !string.IsNullOrEmpty(name)).Distinct(comparer).Count();
}
