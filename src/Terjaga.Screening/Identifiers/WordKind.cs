using System.Text.Json.Serialization;

namespace Terjaga.Screening.Identifiers;

/// <summary>What a word helps to read: a sum, a bank, a platform.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WordKind>))]
public enum WordKind
{
    /// <summary>A name in the list of places; its value is the country.</summary>
    Place,

    /// <summary>A phrase that hides a name in it.</summary>
    NotPlace,

    Bank,
    Wallet,
    Currency,

    /// <summary>Such as <c>dolar</c>, of which the country tells which one.</summary>
    CurrencyFamily,

    CurrencySign,
    CurrencyFamilySign,
    Magnitude,

    /// <summary>A digit spelled as a word.</summary>
    Digit,

    /// <summary>Such as <c>dobel</c> before a digit.</summary>
    Repeat,

    Number,
    NumberTimes,
    NumberRange,
    Period,

    /// <summary>Such as <c>bulan</c>, which is a period after a slash only.</summary>
    PeriodUnit,

    Pay,

    /// <summary>Such as <c>dapat</c>: speaks of pay where nothing stronger stands around.</summary>
    PayWeak,

    Fee,

    /// <summary>A sum that is neither pay nor fee.</summary>
    NotPay,

    /// <summary>Takes back what was said before, as in <c>2 juta? bukan</c>.</summary>
    Denial,

    Platform,
    PlatformHost,
    Phone,
    Account,
    Holder,
    Licence,
    Month,

    /// <summary>A month whose name is another word too, so that it wants a capital or a year.</summary>
    MonthInCapital,

    /// <summary>Such as <c>tanggal</c>, after which <c>5/6</c> is a day.</summary>
    DateWord,

    /// <summary>Stands between two days of one month.</summary>
    DayJoin,
    Age,
    UpTo,
    AtLeast,
    AgencyBefore,
    AgencyAfter,
    AgencyQuote,

    /// <summary>A time limit by itself, such as <c>hari ini juga</c>; its value is the days that are left.</summary>
    Deadline,

    /// <summary>A day such as <c>besok</c>, which is a time limit where a word of a limit stands by; its value is the days until it.</summary>
    RelativeDay,

    /// <summary>A day of the week; its value is the most days until it.</summary>
    Weekday,

    /// <summary>Behind a number, as in <c>3 hari lagi</c>; its value is the days of one.</summary>
    DaysLeft,

    /// <summary>As <see cref="DaysLeft"/>, where a word such as <c>tinggal</c> stands before the number.</summary>
    DayUnit,

    /// <summary>The sign of <c>H-2</c>, two days before.</summary>
    DayBefore,

    /// <summary>Tells that a day is a time limit; its value tells how, see <see cref="Limits"/>.</summary>
    Limit,

    /// <summary>A word with which the name of a company does not go on.</summary>
    Stop,
}
