using System.Text.Json.Serialization;

namespace Terjaga.Casework.Sharing;

/// <summary>What of a case a ministry may see or not. Notes inside a ministry are not here: they are always its own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SharedField>))]
public enum SharedField
{
    /// <summary>The words of reports, of pages and of pictures, and what is drawn from them: titles, signs, contacts, wordings.</summary>
    ReportWords,

    /// <summary>Where the reporter saw the offer.</summary>
    ReportChannel,

    /// <summary>Pictures that reporters sent.</summary>
    Pictures,

    /// <summary>What the desk saw of the places.</summary>
    Captures,

    /// <summary>Reason and checklist of the verification or the dismissal.</summary>
    Verification,

    /// <summary>What is known of a person in danger, beyond that there is one.</summary>
    DangerDetails,

    /// <summary>Orders that are not signed yet, with their basis, class and reason.</summary>
    LegalReview,

    /// <summary>Orders that were signed, with how they fare.</summary>
    Orders,

    /// <summary>The reasons in the history, except those of the verification and of drafts.</summary>
    HistoryReasons,
}
