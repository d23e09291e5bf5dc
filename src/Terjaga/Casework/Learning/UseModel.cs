using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;
using Terjaga.Screening.Learning;

namespace Terjaga.Casework.Learning;

/// <summary>A named officer takes the model in the shadow into use, with a reason.</summary>
public sealed class UseModel(TerjagaDb db, TimeProvider clock)
{
    /// <param name="Version">The model as the officer saw it.</param>
    public sealed record Input(Acting By, string? Version, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>model.not-in-shadow</c>, or what <see cref="Decision.ParseReason"/> tells. The one
    /// that was live is retired in the same transaction.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.TakeModels))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.Models.SingleOrDefaultAsync(m => m.Version == input.Version && m.State == ModelState.Shadow, cancellationToken) is not { } model)
            return new Problem("model.not-in-shadow");

        try
        {
            await db.TogetherAsync(TakeAsync, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A colleague was faster.
            return new Problem("model.not-in-shadow");
        }

        return Done.Yes;

        async Task TakeAsync()
        {
            foreach (var before in await db.Models.Where(m => m.State == ModelState.Live).ToListAsync(cancellationToken))
                before.Retire();
            await db.SaveChangesAsync(cancellationToken);
            model.GoLive();
            db.Events.Add(DeskEvent.Record(clock.GetUtcNow(), model.Id, "model.taken", input.By.Actor, reason));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
