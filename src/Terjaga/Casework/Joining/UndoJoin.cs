using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Joining;

/// <summary>An officer of KP2MI takes back a step by which cases were joined or parted, whatever came after it.</summary>
public sealed class UndoJoin(TerjagaDb db, JoinSteps steps)
{
    public sealed record Input(Acting By, Guid JoinId, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>join.unknown</c>, <c>join.undone</c> (somebody was faster), <c>case.changed</c>, or
    /// what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.LinkOffers))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.CaseJoins.SingleOrDefaultAsync(j => j.Id == input.JoinId, cancellationToken) is not { } join)
            return new Problem("join.unknown");
        if (join.UndoneAt is not null)
            return new Problem("join.undone");
        try
        {
            await steps.UndoAsync(join, input.By.Actor, reason, cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateException)
        {
            return new Problem("case.changed");
        }
    }
}
