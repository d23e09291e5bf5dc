using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Learning;
using Terjaga.Common.Events;
using Terjaga.Intake;
using Terjaga.Screening;
using Terjaga.Screening.Learning;
using Terjaga.Screening.Model;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Screening;

public sealed class LearningTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_new_model_answers_only_after_a_person_took_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await BringAsync(desk, "second");
        await ReportAsync(desk, "berangkat cepat pakai visa turis gaji 15 juta di jepang, hubungi kami");
        var shadow = await desk.ReadAsync(db => db.ShadowScores.SingleAsync(TestContext.Current.CancellationToken));

        Assert.Equal("second", shadow.Version);
        Assert.NotEqual("second", (await LastAsync(desk)).Model);
        Expect.Problem("access.denied", await TakeAsync(desk, Role.Kp2miAnalyst, "second", "Lebih tepat."));
        Expect.Problem("reason.required", await TakeAsync(desk, Role.Kp2miApprover, "second", " "));
        Expect.Problem("model.not-in-shadow", await TakeAsync(desk, Role.Kp2miApprover, "first", "Lebih tepat."));
        Expect.Value(await TakeAsync(desk, Role.Kp2miApprover, "second", "Lebih tepat."));
        Expect.Problem("model.not-in-shadow", await TakeAsync(desk, Role.Kp2miApprover, "second", "Lebih tepat."));

        await ReportAsync(desk, "resep sayur asem pakai labu siam untuk delapan orang tamu besok");
        Assert.Equal("second", (await LastAsync(desk)).Model);
        Assert.Equal("Lebih tepat.", (await desk.ReadAsync(db => db.Events.SingleAsync(e => e.Kind == "model.taken"))).Reason);
    }

    [Fact]
    public async Task A_third_model_takes_the_place_of_the_second_in_the_shadow()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await BringAsync(desk, "second");
        await BringAsync(desk, "third");

        Expect.Problem("model.taken", await desk.RunAsync<BringModel, Result<BringModel.Brought>>(bring =>
            bring.RunAsync(Weights("third"), TestContext.Current.CancellationToken)));
        Expect.Problem("model.invalid", await desk.RunAsync<BringModel, Result<BringModel.Brought>>(bring =>
            bring.RunAsync([1, 2, 3], TestContext.Current.CancellationToken)));
        var view = await ReadAsync(desk);
        Assert.Equal([("third", ModelState.Shadow), ("second", ModelState.Retired)], view.Models.Select(model => (model.Version, model.State)));
    }

    [Fact]
    public async Task What_officers_decide_becomes_labels_and_figures()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await BringAsync(desk, "second");
        await ReportAsync(desk, "kerja di kamboja admin slot, visa turis, dp 2 juta, berangkat besok");
        await ReportAsync(desk, "toko kue mencari kasir, datang saja ke jalan melati nomor tiga");
        await ReportAsync(desk, "warung sate butuh pelayan dua orang, makan siang ditanggung pemilik");
        var cases = await desk.ReadAsync(db => db.CaseFiles.OrderBy(c => c.Id).ToListAsync(TestContext.Current.CancellationToken));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, cases[0].Id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, cases[1].Id, Role.Kp2miAnalyst, 0, CaseStep.Dismiss));

        var labels = await desk.RunAsync<ListLabels, List<ListLabels.Label>>(list =>
            list.RunAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.Equal([(cases[0].Id, true), (cases[1].Id, false)], labels.Select(label => (label.CaseFileId, label.IsDeceptive)));
        Assert.Contains("admin slot", labels[0].Words, StringComparison.Ordinal);

        var view = await ReadAsync(desk);
        Assert.Equal(2, view.Standings.Count);
        Assert.All(view.Standings, standing => Assert.Equal((3, 2), (standing.Reports, standing.Figures!.Texts)));
        Assert.Equal(2, view.Calibration.Sum(part => part.Decided));
        Assert.Equal(1, view.Calibration.Sum(part => part.Verified));
        Assert.Equal(3, view.ByWeek[0].Reports);
    }

    private static async Task BringAsync(TestDesk desk, string version) => Expect.Value(
        await desk.RunAsync<BringModel, Result<BringModel.Brought>>(bring => bring.RunAsync(Weights(version), TestContext.Current.CancellationToken)));

    private static byte[] Weights(string version)
    {
        using var screener = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer);
        List<TrainingText> texts = [.. Enumerable.Range(0, 40).Select(i => new TrainingText(
            i % 2 == 0 ? $"berangkat visa turis {i}" : $"resep sayur {i}", i % 2 == 0, i % 2 == 0 ? Contexts.Offer : Contexts.Other, null, null, null, null, 1))];
        return ModelFile.Write(ModelTrainer.Train(screener, texts, new ModelCard(version, screener.Version, ["forty texts"])));
    }

    private static Task<Result<Done>> TakeAsync(TestDesk desk, Role role, string version, string reason) =>
        desk.RunAsync<UseModel, Result<Done>>(use => use.RunAsync(new(TestDesk.As(role), version, reason), TestContext.Current.CancellationToken));

    private static async Task<ReadLearning.View> ReadAsync(TestDesk desk) => Expect.Value(
        await desk.RunAsync<ReadLearning, Result<ReadLearning.View>>(read => read.RunAsync(TestDesk.As(Role.Kp2miAnalyst), TestContext.Current.CancellationToken)));

    private static Task<ReportScreening> LastAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Screenings.OrderByDescending(s => s.ReportId).FirstAsync(TestContext.Current.CancellationToken));

    private static async Task ReportAsync(TestDesk desk, string text)
    {
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit =>
            submit.RunAsync(new(null, text, null, null, [], null), TestContext.Current.CancellationToken)));
        await desk.WorkAsync();
    }
}
