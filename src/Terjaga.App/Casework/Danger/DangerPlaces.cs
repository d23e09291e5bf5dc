using System.Globalization;
using Terjaga.Casework.Danger;

namespace Terjaga.App.Casework.Danger;

/// <summary>A place in the queue of people in danger, as an address carries it.</summary>
internal static class DangerPlaces
{
    public static string Write(ListDanger.Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Level}_{place.At.UtcTicks}_{place.Id}");

    /// <summary>Null for what is no place.</summary>
    public static ListDanger.Place? Read(string? text) =>
        text?.Split('_') is [var level, var ticks, var id]
            && Enum.TryParse<DangerLevel>(level, out var known) && Enum.IsDefined(known)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParse(id, out var last)
            ? new ListDanger.Place(known, new DateTimeOffset(at, TimeSpan.Zero), last)
            : null;
}
