using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Screening.Model;

namespace Terjaga.Screening.Learning;

/// <summary>Brings a trained model to the desk, where it runs in the shadow until a person takes it.</summary>
public sealed class BringModel(TerjagaDb db, TimeProvider clock)
{
    public sealed record Brought(string Version);

    /// <summary>
    /// Stores the model; one that was in the shadow before is retired. Fails with <c>model.invalid</c> or <c>model.taken</c>.
    /// </summary>
    public async Task<Result<Brought>> RunAsync(byte[] weights, CancellationToken cancellationToken)
    {
        ModelCard card;
        try
        {
            card = ModelFile.Read(weights).Card;
        }
        catch (ModelException)
        {
            return new Problem("model.invalid");
        }

        if (card.Version is not { Length: > 0 and <= DeskModel.MaxVersionLength } || !PlainText.IsReadable(card.Version)
            || card.Sources.Sum(source => source.Length + 1) > DeskModel.MaxCardLength)
        {
            return new Problem("model.invalid");
        }

        if (await db.Models.AnyAsync(m => m.Version == card.Version, cancellationToken))
            return new Problem("model.taken");

        await db.TogetherAsync(StoreAsync, cancellationToken);
        return new Brought(card.Version);

        async Task StoreAsync()
        {
            foreach (var before in await db.Models.Where(m => m.State == ModelState.Shadow).ToListAsync(cancellationToken))
                before.Retire();
            await db.SaveChangesAsync(cancellationToken);
            var model = db.Models.Add(DeskModel.Bring(card, weights, clock.GetUtcNow())).Entity;
            db.Events.Add(DeskEvent.Record(model.AddedAt, model.Id, "model.brought", Actor.Machine("model")));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
