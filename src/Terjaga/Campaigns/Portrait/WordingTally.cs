namespace Terjaga.Campaigns.Portrait;

/// <summary>Sightings of texts that say the same; their counts do not depend on the order in which they come.</summary>
internal sealed class WordingTally
{
    private int _countOfText;

    private DateTimeOffset _firstOfText;

    /// <summary>The most frequent of the texts; of equally frequent ones the oldest.</summary>
    public string Text { get; private set; } = "";

    public int Count { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset LastSeenAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>One more sighting of the one text that this counts.</summary>
    public void Add(string text, DateTimeOffset at)
    {
        (Text, Count) = (text, Count + 1);
        _countOfText = Count;
        Stretch(at, at);
        _firstOfText = FirstSeenAt;
    }

    /// <summary>All sightings of a text that was counted for itself.</summary>
    public void Add(WordingTally other)
    {
        if (Count == 0 || IsBefore(other))
            (Text, _countOfText, _firstOfText) = (other.Text, other._countOfText, other._firstOfText);
        Count += other.Count;
        Stretch(other.FirstSeenAt, other.LastSeenAt);
    }

    private bool IsBefore(WordingTally other) =>
        (other._countOfText, _firstOfText.UtcTicks, string.CompareOrdinal(Text, other.Text))
            .CompareTo((_countOfText, other._firstOfText.UtcTicks, 0)) > 0;

    private void Stretch(DateTimeOffset first, DateTimeOffset last)
    {
        FirstSeenAt = first < FirstSeenAt ? first : FirstSeenAt;
        LastSeenAt = last > LastSeenAt ? last : LastSeenAt;
    }
}
