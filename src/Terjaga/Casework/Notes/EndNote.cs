using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Notes;

/// <summary>A note ends: its author withdraws it soon after, or an officer of the same ministry strikes it through with a reason.</summary>
public sealed class EndNote(TerjagaDb db, TimeProvider clock)
{
    /// <summary>How long an author can take a note back, from its writing: a slip of the hand, before others build on it.</summary>
    public static readonly TimeSpan MayWithdraw = TimeSpan.FromMinutes(15);

    public sealed record Input(Acting By, Guid NoteId, string? Reason = null);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>note.unknown</c> (also of another ministry), <c>note.not-yours</c>, <c>note.too-late</c> or
    /// <c>note.changed</c> (it has ended already).
    /// </summary>
    public async Task<Result<Done>> WithdrawAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(input, cancellationToken)).TryGet(out var note, out var problem))
            return problem;
        var now = clock.GetUtcNow();
        if (note.Actor != input.By.Actor)
            return new Problem("note.not-yours");
        if (now - note.At > MayWithdraw)
            return new Problem("note.too-late", MayWithdraw.TotalMinutes);
        note.Withdraw(now);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>
    /// It stays to be read by the desk, struck through, and no reporter sees it any more. Fails with <c>access.denied</c>,
    /// <c>note.unknown</c>, <c>note.changed</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> StrikeAsync(Input input, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(input, cancellationToken)).TryGet(out var note, out var problem) || !Decision.ParseReason(input.Reason).TryGet(out var reason, out problem))
            return problem;
        note.Strike(input.By.Actor, reason, clock.GetUtcNow());
        return await SaveAsync(cancellationToken);
    }

    private async Task<Result<CaseNote>> FindAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.WriteNotes))
            return new Problem("access.denied");
        var ministry = input.By.MinistryCode;
        if (await db.CaseNotes.SingleOrDefaultAsync(n => n.Id == input.NoteId && n.Ministry == ministry, cancellationToken) is not { } note)
            return new Problem("note.unknown");
        return note is { WithdrawnAt: null, StruckAt: null } ? note : new Problem("note.changed");
    }

    private async Task<Result<Done>> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("note.changed");
        }
    }
}
