using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Danger;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Notes;
using Terjaga.Casework.Proofs;
using Terjaga.Casework.Sharing;
using Terjaga.Casework.Undoing;
using Terjaga.Intake;
using Terjaga.Screening.Vacancies;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Ladder;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Replies;
using Terjaga.Takedown.Truth;

namespace Terjaga.App.Casework;

/// <summary>Gathers the page of a case.</summary>
internal sealed class ReadCaseView(
    ReadCase read, ReadOrders orders, ListPictures pictures, ListOfficers officers, ListRecipients recipients,
    ListLegalBases legalBases, ReadBorrowedNames lists, ListLinks links, ListCaptures captures,
    ReadSharing sharing, ReadNotes notes, ReadAppeals appeals, CountDays days, ContentClasses classes, CaseChecklist checklist, ReadDanger danger, ClaimCase claim, ReadUndo undo, ReadNews news, ReadDispatches dispatches, ReadSteps steps, ReadReplies replies, ReadContacts contacts, ReadOrderClocks clocks, ListWaitingLetters waiting, TimeProvider clock)
{
    /// <summary>Fails with what <see cref="ReadCase"/> tells.</summary>
    public async Task<Result<CaseView>> RunAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!(await read.RunAsync(by, id, cancellationToken)).TryGet(out var view, out var problem))
            return problem;

        id = view.Id;
        var shares = await sharing.ForAsync(by, cancellationToken);
        var ordered = await orders.RunAsync(by, id, cancellationToken);
        var named = await lists.RunAsync(by, id, cancellationToken);
        return new CaseView(
            view,
            ordered,
            await read.EventsAsync(by, id, ordered.Select(o => o.Id), cancellationToken),
            await pictures.RunAsync(shares, [.. view.Reports.Select(r => r.Id)], cancellationToken),
            await officers.RunAsync(cancellationToken),
            await recipients.RunAsync(cancellationToken),
            await legalBases.RunAsync(cancellationToken),
            named,
            await links.RunAsync(by, id, cancellationToken),
            await captures.RunAsync(by, id, cancellationToken),
            await notes.RunAsync(by, id, cancellationToken),
            await appeals.RunAsync(by, id, cancellationToken),
            await days.RunAsync(by, id, cancellationToken),
            Classes(),
            ChecklistFor(by, view, named),
            await danger.OfCaseAsync(id, cancellationToken),
            await claim.LookAsync(by, id, cancellationToken),
            await undo.RunAsync(by, id, cancellationToken),
            ordered.Count == 0 ? [] : await dispatches.RunAsync(by, id, cancellationToken),
            ordered.Count == 0 ? [] : await steps.RunAsync(by, id, cancellationToken),
            await contacts.RunAsync(by, id, cancellationToken))
        {
            Waiting = ordered.Count == 0 ? [] : await waiting.RunAsync(by, id, cancellationToken),
            Replies = ordered.Count == 0 ? [] : await replies.RunAsync(by, id, cancellationToken),
            Clocks = ordered.Count == 0 ? [] : await clocks.RunAsync(by, id, cancellationToken),
        };
    }

    /// <summary>What happened since an officer saw the case; null where it became part of another.</summary>
    public Task<ReadNews.News?> NewsAsync(Guid id, int version, CancellationToken cancellationToken) => news.RunAsync(id, version, cancellationToken);

    private IReadOnlyList<ContentClasses.Row> Classes()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. Enum.GetValues<ContentClasses.Kind>().SelectMany(kind => classes.On(today, kind))];
    }

    /// <summary>Of the newest report; only for the officer whose step it is.</summary>
    private IReadOnlyDictionary<string, ChecklistState>? ChecklistFor(Acting by, ReadCase.View view, ReadBorrowedNames.View named) =>
        view.State == CaseState.New && by.Can(Duty.Verify)
            ? checklist.Fill(view.Reports.Count > 0 ? view.Reports[0].Words : "", view.Reports.Count > 0 ? view.Reports[0].Screening : null, named.Answer)
            : null;
}
