namespace Terjaga.Campaigns.Portrait;

/// <summary>Days as they begin and end in western Indonesia.</summary>
internal static class WibDay
{
    /// <summary>WIB is UTC+7 all year round; see <see cref="WibTime"/>.</summary>
    private static readonly TimeSpan _offset = TimeSpan.FromHours(7);

    public static DateTimeOffset Clock(DateTimeOffset at) => at.ToOffset(_offset);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(Clock(at).DateTime);

    public static DateTimeOffset Start(DateOnly day) => new(day, TimeOnly.MinValue, _offset);
}
