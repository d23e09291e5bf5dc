using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Terjaga.Evidence.Store;
using Terjaga.Intake;

namespace Terjaga.Tests.Evidence.Store;

/// <summary>What the tests of the evidence store do with a desk.</summary>
internal static class StoreDesk
{
    extension(TestDesk desk)
    {
        public IBlobFiles Files => desk.Services.GetRequiredService<IBlobFiles>();

        public string EvidenceFolder => Path.Combine(desk.Folder, "evidence");

        public IReadOnlyList<string> SealedFiles => Directory.Exists(desk.EvidenceFolder)
            ? Directory.GetFiles(desk.EvidenceFolder, "*", SearchOption.AllDirectories)
            : [];

        public Task<string> KeepAsync(Guid holder, byte[] content) => desk.InStoreAsync(async (store, db) =>
        {
            var sha256 = await store.KeepAsync(holder, content, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return sha256;
        });

        public Task<Result<byte[]>> ReadKeptAsync(string sha256, Guid? holder) =>
            desk.InStoreAsync((store, _) => store.ReadAsync(sha256, holder, TestContext.Current.CancellationToken));

        public Task<int> DestroyAsync(Guid holder) => desk.InStoreAsync(async (store, db) =>
        {
            await store.DestroyAsync(holder, TestContext.Current.CancellationToken);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        public async Task<T> InStoreAsync<T>(Func<EvidenceStore, TerjagaDb, Task<T>> call)
        {
            await using var scope = desk.Services.CreateAsyncScope();
            return await call(scope.ServiceProvider.GetRequiredService<EvidenceStore>(), scope.ServiceProvider.GetRequiredService<TerjagaDb>());
        }

        /// <summary>The sweep, some hours from now: the clock of the tests is behind that of the disk.</summary>
        public async Task SweepLaterAsync(TimeSpan later)
        {
            var now = TimeProvider.System.GetUtcNow() + later;
            if (desk.Clock.GetUtcNow() < now)
                desk.Clock.SetUtcNow(now);
            await using var scope = desk.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SweepEvidenceJob>().RunAsync(
                Terjaga.Common.Work.WorkItem.Recur(SweepEvidenceJob.Kind, TimeSpan.FromHours(1), now), TestContext.Current.CancellationToken);
        }

        public Task<CheckEvidenceStore.Findings> CheckStoreAsync() =>
            desk.RunAsync<CheckEvidenceStore, CheckEvidenceStore.Findings>(check => check.RunAsync(TestContext.Current.CancellationToken));

        public Task<Result<Receipt>> SubmitAsync(params byte[][] pictures) => desk.RunAsync<SubmitReport, Result<Receipt>>(
            submit => submit.RunAsync(SubmitReport.Input.Empty with { Pictures = pictures }, TestContext.Current.CancellationToken));
    }

    /// <summary>A picture that no other seed gives.</summary>
    public static byte[] Draw(int seed, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(120, 90);
        using var canvas = new SKCanvas(bitmap);
        using var ink = new SKPaint { Color = SKColors.DarkRed };
        canvas.Clear(new SKColor((byte)seed, (byte)(seed >> 8), 200));
        canvas.DrawCircle(60, 40, 5 + (seed % 30), ink);
        canvas.Flush();
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
