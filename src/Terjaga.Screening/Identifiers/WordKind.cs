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

    Platform,
    PlatformHost,
    Phone,
    Account,
    Holder,
    Licence,
    Month,
    Age,
    AgeStill,
    YearUnit,
    UpTo,
    AtLeast,
    RangeWord,
    AgencyBefore,
    AgencyAfter,
    AgencyQuote,
    Deadline,

    /// <summary>A word with which the name of a company does not go on.</summary>
    Stop,
}
