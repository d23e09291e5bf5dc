using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Terjaga.App;
using Terjaga.Campaigns.Prints;
using Terjaga.Casework;
using Terjaga.Intake;
using Terjaga.Privacy;
using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Similarity;
using Terjaga.Tests.Screening;

namespace Terjaga.Tests.Campaigns.Prints;

public sealed class PrintFeedTests(ScratchPostgres postgres)
{
    private const string Offer =
        "Dibutuhkan segera operator pabrik sarung tangan, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, berangkat bulan depan";

    private static readonly NameMasks _masks = new(ShippedScreener.Gazetteer);

    [Fact]
    public async Task A_print_whose_number_is_smaller_and_whose_commit_is_later_is_not_left_out()
    {
        await using var desk = await TestDesk.OpenAsync("postgres", postgres);
        var cancellationToken = TestContext.Current.CancellationToken;
        var index = desk.Services.GetRequiredService<PrintIndex>();
        await using var slow = desk.Services.CreateAsyncScope();
        var db = slow.ServiceProvider.GetRequiredService<TerjagaDb>();
        await using var late = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Prints.Add(PrintOf(Offer));
        await db.SaveChangesAsync(cancellationToken);

        await AddAsync(desk, PrintOf("Perawat lansia untuk keluarga di Taiwan, usia tiga puluhan, bahasa tidak perlu, kontrak tiga tahun penuh"));
        await RefreshAsync(desk, index);
        Assert.Equal(1, index.WordCount);
        await late.CommitAsync(cancellationToken);
        await RefreshAsync(desk, index);

        Assert.Equal(2, index.WordCount);
        Assert.Single(index.Find(Fingerprint.Of(MaskedText.Of(Offer, _masks)), [], 8));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_index_that_starts_anew_holds_what_the_old_one_held(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var random = new Random(3);
        var looks = Enumerable.Range(0, 40).Select(_ => RandomLook(random)).ToList();
        for (var i = 0; i < 40; i++)
            await AddAsync(desk, Print.Take(Guid.CreateVersion7(), Fingerprint.Of(MaskedText.Of($"{Offer} nomor {i}", _masks)), i % 2 == 0 ? [looks[i]] : []));
        var old = desk.Services.GetRequiredService<PrintIndex>();
        await RefreshAsync(desk, old);
        await RefreshAsync(desk, old);

        using var anew = new PrintIndex();
        await RefreshAsync(desk, anew);

        Assert.Equal((40, 20), (anew.WordCount, anew.PictureCount));
        Assert.Equal((40, 20), (old.WordCount, old.PictureCount));
        foreach (var look in looks.Where((_, i) => i % 2 == 0))
        {
            var hash = PdqHash.TryParse(Convert.ToHexString(look.AsSpan(0, 32).ToArray().Reverse().ToArray()).ToLowerInvariant())!.Value;
            Assert.Equal(0, Assert.Single(anew.Find(Fingerprint.FromBytes([]), [hash], 8)).Distance);
        }
    }

    [Fact]
    public async Task Two_processes_on_one_database_make_one_case_of_copies_that_each_of_them_files()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var settings = new Dictionary<string, string?> { [DeskOptions.ConnectionStringKey] = await postgres.CreateDatabaseAsync(cancellationToken) };
        await using var one = await TestDesk.OpenAsync("shared", postgres, settings);
        await using var other = await TestDesk.OpenAsync(
            "shared", postgres, settings, services => services.Replace(ServiceDescriptor.Singleton(one.Services.GetRequiredService<DeskKey>())));
        for (var i = 0; i < 4; i++)
        {
            await ReportAsync(i % 2 == 0 ? one : other, $"{Offer} hubungi 0861-7740-11{20 + i}");
            await Task.WhenAll(one.WorkAsync(), other.WorkAsync());
        }

        Assert.Single(await one.ReadAsync(db => db.CaseReports.Select(r => r.CaseFileId).Distinct().ToListAsync(cancellationToken)));
        Assert.Equal(4, await one.ReadAsync(db => db.CaseReports.CountAsync(cancellationToken)));
    }

    private static byte[] RandomLook(Random random)
    {
        var look = new byte[256];
        random.NextBytes(look);
        return look;
    }

    private static Print PrintOf(string words) => Print.Take(Guid.CreateVersion7(), Fingerprint.Of(MaskedText.Of(words, _masks)), []);

    private static Task<int> AddAsync(TestDesk desk, Print print) => desk.ReadAsync(db =>
    {
        db.Prints.Add(print);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static Task<int> RefreshAsync(TestDesk desk, PrintIndex index) => desk.ReadAsync(async db =>
    {
        await index.RefreshAsync(db, TestContext.Current.CancellationToken);
        return 0;
    });

    private static async Task ReportAsync(TestDesk desk, string text) => Expect.Value(
        await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, text, null, null, [], null), TestContext.Current.CancellationToken)));
}
