using System.Globalization;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Queues;
using Terjaga.Screening;

namespace Terjaga.App.Casework;

/// <summary>The filter of a queue as it stands in the address bar, so that a view can be shared.</summary>
internal static class QueueAddress
{
    public const string Path = "/meja";

    private const string State = "keadaan", Turn = "giliran", Band = "tanda", Danger = "bahaya", Days = "umur", Channel = "kanal",
        Holder = "pegang", Words = "kata", After = "sesudah", Yes = "ya", No = "tidak", Mine = "saya", Free = "bebas", All = "semua";

    /// <summary>What a value that is none means: it does not matter. Null where the address names no filter at all.</summary>
    public static QueueFilter? Read(IQueryCollection query)
    {
        var filter = new QueueFilter(
            Enumerated<CaseState>(query[State]), Ministry.TryParse(query[Turn], out var turn) ? turn : null, Enumerated<Band>(query[Band]),
            (string?)query[Danger] switch { Yes => true, No => false, _ => null },
            int.TryParse(query[Days], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Min(days, QueueFilter.MaxDays) : null,
            Text(query[Channel], MaxChannelLength),
            (string?)query[Holder] switch { Mine => QueueHolder.Mine, Free => QueueHolder.Unclaimed, _ => QueueHolder.All },
            Text(query[Words], MaxWordsLength));
        return filter == new QueueFilter() && !string.Equals(query[State], All, StringComparison.Ordinal) ? null : filter;
    }

    /// <summary>Longest channel and longest words that are read; also the bounds of the form's fields.</summary>
    public const int MaxChannelLength = 40, MaxWordsLength = 200;

    /// <summary>The query of the address, without its question mark; the same filter always gives the same.</summary>
    public static string Query(QueueFilter filter)
    {
        (string Name, string? Value)[] parts =
        [
            (State, filter.State?.ToString() ?? (filter == new QueueFilter() ? All : null)),
            (Turn, filter.Turn?.ToString()),
            (Band, filter.Band?.ToString()),
            (Danger, filter.IsDanger is { } isDanger ? isDanger ? Yes : No : null),
            (Days, filter.MinDays?.ToString(CultureInfo.InvariantCulture)),
            (Channel, filter.Channel),
            (Holder, filter.Holder switch { QueueHolder.Mine => Mine, QueueHolder.Unclaimed => Free, _ => null }),
            (Words, filter.Words),
        ];
        return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value ?? "")}"));
    }

    public static string Of(QueueFilter filter) => $"{Path}?{Query(filter)}";

    public static string Of(QueueFilter filter, QueuePlace after) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(filter)}&{After}={after.Turn}_{after.Id}");

    public static QueuePlace? PlaceIn(IQueryCollection query) =>
        ((string?)query[After])?.Split('_') is [var turn, var id]
            && long.TryParse(turn, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            && Guid.TryParse(id, out var last)
            ? new QueuePlace(number, last)
            : null;

    /// <summary>The state in which an officer's own step is open.</summary>
    public static QueueFilter Begin(Acting officer) => new(officer.Role switch
    {
        Role.Kp2miApprover => CaseState.Verified,
        Role.KomdigiOfficer => CaseState.HandedOver,
        Role.KomdigiApprover => CaseState.UnderReview,
        _ => CaseState.New,
    });

    private static T? Enumerated<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static string? Text(string? typed, int length) =>
        typed?.Trim() is { Length: > 0 } text && PlainText.Shorten(text, length) is var kept && PlainText.IsReadable(kept) ? kept : null;
}
