using System.Globalization;

namespace Terjaga.App.Help;

/// <summary>One way to reach somebody who helps, as data with a date and a source.</summary>
public sealed record HelpContact
{
    public required string Name { get; init; }

    /// <summary><c>phone</c>, <c>whatsapp</c> or <c>web</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Number or address as its owner prints it.</summary>
    public required string Value { get; init; }

    /// <summary>What it is for, by language.</summary>
    public required IReadOnlyDictionary<string, string> Scope { get; init; }

    public required string Source { get; init; }

    /// <summary>Day or month (ISO 8601) that the source speaks of; null if nobody has checked it.</summary>
    public string? LastVerified { get; init; }

    /// <summary><c>V2</c>: read in a second-hand source. <c>G</c>: general knowledge; not shown until checked.</summary>
    public required string Confidence { get; init; }

    /// <summary>Whether it stands at the foot of every page.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Where it can be reached in the country itself (ISO 3166-1); empty for one that is not of one country.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Whether it is for citizens in any other country.</summary>
    public bool IsAbroad { get; init; }

    /// <summary>Whether it helps to stop money that was sent.</summary>
    public bool IsForMoney { get; init; }

    /// <summary>Link that dials, writes or opens.</summary>
    public string Link => Channel switch
    {
        "phone" => "tel:" + Digits(Value),
        "whatsapp" => "https://wa.me/" + Abroad(Digits(Value)),
        _ => "https://" + Value,
    };

    /// <summary>Month and year of the last check in the reader's language; null if nobody has checked it.</summary>
    public string? CheckedIn => LastVerified is null ? null : DateOnly
        .ParseExact(LastVerified, ["yyyy-MM", "yyyy-MM-dd"], CultureInfo.InvariantCulture)
        .ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>What it is for; Indonesian where the language is missing.</summary>
    public string ScopeIn(string language) => Scope.TryGetValue(language, out var scope) ? scope : Scope["id"];

    /// <remarks>Indonesian numbers begin with a zero at home and with 62 elsewhere (ITU E.164).</remarks>
    private static string Abroad(string digits) => digits.StartsWith('0') ? "62" + digits[1..] : digits.TrimStart('+');

    private static string Digits(string value) => string.Concat(value.Where(c => char.IsAsciiDigit(c) || c == '+'));
}
