namespace Terjaga.Campaigns.Indicators;

/// <summary>One contact that links nobody.</summary>
/// <param name="Key">Kind and value.</param>
/// <param name="JoinedCount">Groups of offers, alike in nothing else, that it linked before.</param>
/// <param name="Actor">Who said so; see <see cref="Common.Actor"/>.</param>
/// <param name="Reason">Null where the desk itself did.</param>
public sealed record ContactRow(string Key, ContactStanding Standing, int JoinedCount, DateTimeOffset At, string Actor, string? Reason);
