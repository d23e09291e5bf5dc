namespace Terjaga.Campaigns.Portrait;

/// <summary>One copy of a campaign's offer as somebody reported it.</summary>
/// <param name="At">When it was reported.</param>
/// <param name="Words">What it says; may be empty.</param>
/// <param name="Place">Address of the item; null where the report names none.</param>
/// <param name="Host">Of the place; null where there is none.</param>
/// <param name="Channel">Where the reporter says it came from, in the reporter's words; null if not said.</param>
/// <param name="Contacts">Such as <c>phone:+6281…</c> or <c>account:BCA:123</c>; see <see cref="Screening.Linking.Contacts"/>.</param>
public sealed record Sighting(
    Guid ReportId, DateTimeOffset At, string Words, string? Place, string? Host, string? Channel, IReadOnlyList<string> Contacts)
{
    /// <summary>Most sightings, the newest, that a page draws; past that a drawing says nothing more and costs more.</summary>
    public const int MaxSightings = 10_000;

    /// <summary>Characters of the words that a page reads: ten thousand long reports must not fill the memory. The longest message of Telegram.</summary>
    public const int MaxWords = 4_096;
}
