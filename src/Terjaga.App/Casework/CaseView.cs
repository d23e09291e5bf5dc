using System.Text.Json;
using Terjaga.Accounts;
using Terjaga.App.Web;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Danger;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Notes;
using Terjaga.Casework.Proofs;
using Terjaga.Casework.Undoing;
using Terjaga.Intake;
using Terjaga.Screening;
using Terjaga.Screening.Vacancies;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Replies;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Truth;

namespace Terjaga.App.Casework;

/// <summary>Everything that the page of a case shows, read from the areas that have it.</summary>
/// <param name="Recipients">All recipients, for the officer who drafts.</param>
/// <param name="Lists">What the official lists say today.</param>
/// <param name="Links">What was joined, and what may belong to it.</param>
/// <param name="Holder">Who holds the case now; null while nobody does.</param>
/// <param name="Captures">What was seen of its places, the newest first.</param>
/// <param name="Days">Reports on each day.</param>
/// <param name="Classes">Classes of content and grounds of urgency that hold today.</param>
/// <param name="Checklist">As the machine fills it, for the officer who verifies; null for everybody else.</param>
/// <param name="Held">What its orders wait for.</param>
/// <param name="Dispatches">The letters, drafts too; none for whom they are not shared.</param>
/// <param name="Ladder">What follows orders that were not obeyed in time; none for whom they are not shared.</param>
/// <param name="Contacts">Whom to ask about the places without order; empty for who neither drafts nor signs.</param>
/// <param name="Undo">Taking back the last decision; null where nothing can be.</param>
public sealed record CaseView(
    ReadCase.View Case, IReadOnlyList<ReadOrders.Row> Orders, IReadOnlyList<ReadCase.EventRow> Events,
    IReadOnlyList<ListPictures.Row> Pictures, IReadOnlyList<ListOfficers.Row> Officers,
    IReadOnlyList<ListRecipients.Row> Recipients, IReadOnlyList<ListLegalBases.Row> LegalBases, ReadBorrowedNames.View Lists, ListLinks.View Links,
    IReadOnlyList<ListCaptures.Row> Captures, IReadOnlyList<ReadNotes.Row> Notes, IReadOnlyList<ReadAppeals.Row> Appeals,
    IReadOnlyList<CountDays.Day> Days, IReadOnlyList<ContentClasses.Row> Classes, IReadOnlyDictionary<string, ChecklistState>? Checklist, ReadDanger.Held Held, CaseHold? Holder, ReadUndo.View? Undo,
    IReadOnlyList<ReadDispatches.Row> Dispatches, IReadOnlyList<ReadSteps.Row> Ladder, ReadContacts.View Contacts)
{
    /// <summary>Mails that came back about its orders, the newest first.</summary>
    public IReadOnlyList<ReadReplies.Row> Replies { get; init; } = [];

    /// <summary>When each order came to what.</summary>
    public IReadOnlyList<ReadOrderClocks.Row> Clocks { get; init; } = [];

    /// <summary>Its letters that wait for an officer to hand them over; none for who may not.</summary>
    public IReadOnlyList<ListWaitingLetters.Row> Waiting { get; init; } = [];

    /// <summary>How the case could be ended now.</summary>
    public IReadOnlyList<CaseOutcome> Outcomes => CaseOutcomes.OpenIn(Case.State);

    /// <summary>A legal basis in the reader's language; null for none, and for one that holds no longer its id.</summary>
    public string? BasisOf(Guid? id) => id is null ? null
        : LegalBases.FirstOrDefault(basis => basis.Id == id) is { } known ? (Languages.Current == Languages.English ? known.TitleEn : known.TitleId) : $"{id}";

    /// <summary>Recipients that answer for a place of the case still without an order.</summary>
    public IEnumerable<ListRecipients.Row> Candidates => Recipients.Where(recipient => Contacts.Answering.Contains(recipient.Id));

    public IEnumerable<ListPictures.Row> PicturesOf(Guid reportId) => Pictures.Where(p => p.ReportId == reportId);

    /// <summary>What the engine said of a report; null where it was not screened, or is not shared.</summary>
    public static ScreeningResult? ScreenedIn(string? answer) =>
        answer is null ? null : JsonSerializer.Deserialize(answer, ScreeningJson.Default.ScreeningResult);

    /// <summary>The place of an order, by the order's id; null for what is no order.</summary>
    public string? PlaceOf(Guid orderId) => Orders.FirstOrDefault(o => o.Id == orderId)?.Address;

    /// <summary>Who acted, by name where it was an officer.</summary>
    public string NameOf(string actor, string machine, string recipient, string reporter) => actor.Split(':', 2) switch
    {
        ["officer", var id] => Officers.FirstOrDefault(o => o.Id.ToString("D") == id)?.DisplayName ?? id,
        ["recipient", ..] => recipient,
        ["reporter"] => reporter,
        _ => machine,
    };
}
