using Terjaga.Screening;
using Terjaga.Screening.Identifiers;
using Terjaga.Screening.Model;

namespace Terjaga.Benchmarks.Screen;

/// <summary>The engine with the catalogue and the model that go with the executable.</summary>
internal sealed record ShippedEngine(Catalogue Catalogue, Gazetteer Gazetteer, LinearModel? Model, Screener Screener) : IDisposable
{
    public static ShippedEngine Open()
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var (catalogue, gazetteer) = (ScreeningArea.ReadCatalogue(data), ScreeningArea.ReadGazetteer(data));
        var model = ScreeningArea.ReadModel(Path.Combine(data, ScreeningArea.ModelFileName));
        return new ShippedEngine(catalogue, gazetteer, model, new Screener(catalogue, gazetteer, model));
    }

    /// <summary>The same engine with as many phrases of signals as asked for.</summary>
    public Screener WithPhrases(int count) => new(PhraseList.Extend(Catalogue, count), Gazetteer, Model);

    public void Dispose() => Screener.Dispose();
}
