using Terjaga.Screening;
using Terjaga.Screening.Model;

namespace Terjaga.Tests.Screening;

public sealed class ModelTests
{
    private static readonly List<TrainingText> _texts = [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0
        ? new TrainingText($"berangkat cepat pakai visa turis gaji {i} juta", true, Contexts.Offer, null, null, null, null, 1)
        : new TrainingText($"resep sayur asem nomor {i} pakai labu siam", false, Contexts.Other, null, null, null, null, 1))];

    [Fact]
    public void What_was_learned_is_told_of_texts_never_seen()
    {
        using var screener = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer, Train());

        Assert.True(screener.Screen("gaji cepat, berangkat visa turis").Score > 0.5);
        Assert.True(screener.Screen("resep labu siam").Score < 0.5);
        Assert.Equal(Contexts.Other, screener.Screen("resep labu siam").Context);
    }

    [Fact]
    public void The_same_texts_give_the_same_bytes() => Assert.Equal(ModelFile.Write(Train()), ModelFile.Write(Train()));

    [Fact]
    public void A_model_that_was_written_and_read_says_nearly_the_same()
    {
        using var written = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer, Train());
        using var read = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer, ModelFile.Read(ModelFile.Write(Train())));

        foreach (var text in _texts)
            Assert.Equal(written.Screen(text.Text).Score, read.Screen(text.Text).Score, 2);
    }

    [Fact]
    public void Bytes_that_are_no_model_are_refused()
    {
        var bytes = ModelFile.Write(Train());

        Assert.Throws<ModelException>(() => ModelFile.Read([]));
        Assert.Throws<ModelException>(() => ModelFile.Read("hello"u8));
        for (var length = 9; length < bytes.Length; length += bytes.Length / 40)
            Assert.Throws<ModelException>(() => ModelFile.Read(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Figures_are_those_of_a_small_case_worked_by_hand()
    {
        Figures.Scored[] texts = [new(0.9, true, 1), new(0.8, false, 1), new(0.7, true, 1), new(0.1, false, 1)];

        var figures = Figures.Of(texts, 0.75);

        Assert.Equal(0.75, figures.RocAuc, 9);
        Assert.Equal((1 + (2 / 3.0)) / 2, figures.AveragePrecision, 9);
        Assert.Equal(0.5, figures.Recall, 9);
        Assert.Equal(0.5, figures.FalseAlarms, 9);
        Assert.Equal(0.5, figures.F1, 9);
    }

    private static LinearModel Train()
    {
        using var screener = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer);
        return ModelTrainer.Train(screener, _texts, new ModelCard("test", screener.Version, []));
    }
}
