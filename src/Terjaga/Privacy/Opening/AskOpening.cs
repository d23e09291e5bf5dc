using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Privacy.Opening;

/// <summary>An officer asks to read a sealed contact, for a purpose and with a reason; a second person decides.</summary>
public sealed class AskOpening(TerjagaDb db, OpeningPurposes purposes, TimeProvider clock)
{
    /// <summary>Longest reason, in characters; also the bound of the form fields.</summary>
    public const int MaxReasonLength = DeskEvent.MaxReasonLength;

    public sealed record Input(Acting By, Guid ReportId, string? Purpose, string? Reason);

    /// <param name="Id">By which it is decided and read.</param>
    public sealed record Asked(Guid Id);

    /// <summary>
    /// The same person asking again while a request waits gets that one. Fails with <c>access.denied</c>,
    /// <c>contact.unknown</c> (nothing is sealed with the report), <c>opening.purpose-invalid</c>, <c>reason.required</c>,
    /// <c>reason.too-long</c> or <c>text.invalid</c>.
    /// </summary>
    public async Task<Result<Asked>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.AskOpening))
            return new Problem("access.denied");
        if (!OpeningReason.Parse(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (input.Purpose is not { } purpose || !purposes.Has(purpose))
            return new Problem("opening.purpose-invalid");
        if (!await db.SealedContacts.AnyAsync(c => c.ReportId == input.ReportId, cancellationToken))
            return new Problem("contact.unknown");

        var (now, officer) = (clock.GetUtcNow(), input.By.OfficerId);
        var waiting = await db.SealedOpenings.Where(o => o.ReportId == input.ReportId && o.AskedBy == officer && o.State == OpeningState.Asked && o.EndsAt > now)
            .OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellationToken);
        if (waiting is { } known)
            return new Asked(known);
        var opening = SealedOpening.Ask(input.ReportId, officer, purpose, reason, now);
        db.SealedOpenings.Add(opening);
        db.Events.Add(DeskEvent.Record(now, input.ReportId, "contact.opening-asked", input.By.Actor, reason));
        await db.SaveChangesAsync(cancellationToken);
        return new Asked(opening.Id);
    }
}
