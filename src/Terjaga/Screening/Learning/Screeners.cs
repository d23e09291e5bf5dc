using Microsoft.EntityFrameworkCore;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Model;

namespace Terjaga.Screening.Learning;

/// <summary>The engine with the model that is live, and with the one in the shadow; exchanged without a pause when a person changes them.</summary>
/// <param name="shipped">The model that goes with the executable; live until a person takes another. Null to screen by the rules alone.</param>
public sealed class Screeners(Catalogue catalogue, Gazetteer gazetteer, LinearModel? shipped) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    private volatile Pair _pair = new(null, new Screener(catalogue, gazetteer, shipped), null, null);

    private sealed record Pair(Guid? LiveId, Screener Live, Guid? ShadowId, Screener? Shadow);

    public Screener Live => _pair.Live;

    /// <summary>Null while no model runs in the shadow.</summary>
    internal Screener? Shadow => _pair.Shadow;

    public void Dispose()
    {
        _pair.Live.Dispose();
        _pair.Shadow?.Dispose();
        _turn.Dispose();
    }

    /// <summary>Looks which models are live and in the shadow, and loads those that are new.</summary>
    /// <remarks>An engine that is exchanged is left to the collector: another thread may be reading with it.</remarks>
    internal async Task RefreshAsync(TerjagaDb db, CancellationToken cancellationToken)
    {
        var ids = await db.Models.AsNoTracking().Where(m => m.State != ModelState.Retired).Select(m => new { m.Id, m.State })
            .ToListAsync(cancellationToken);
        var live = ids.Find(m => m.State == ModelState.Live)?.Id;
        var shadow = ids.Find(m => m.State == ModelState.Shadow)?.Id;
        if (live == _pair.LiveId && shadow == _pair.ShadowId)
            return;

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = _pair;
            _pair = new Pair(
                live, live == now.LiveId ? now.Live : await LoadAsync(db, live, cancellationToken) ?? new Screener(catalogue, gazetteer, shipped),
                shadow, shadow == now.ShadowId ? now.Shadow : await LoadAsync(db, shadow, cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Screener?> LoadAsync(TerjagaDb db, Guid? id, CancellationToken cancellationToken)
    {
        if (id is null)
            return null;
        var weights = await db.Models.AsNoTracking().Where(m => m.Id == id).Select(m => m.Weights).SingleAsync(cancellationToken);
        return new Screener(catalogue, gazetteer, ModelFile.Read(weights));
    }
}
