using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Storage;
using Terjaga.Evidence.Custody;

namespace Terjaga.Tests.Evidence.Custody;

/// <summary>What tests of the custody log do with a desk.</summary>
internal static class CustodyDesk
{
    public static readonly Guid Holder = new("0198c0de-0000-7000-8000-000000000001");

    private static readonly string _sha256 = new('a', CustodyEntry.Sha256Length);

    extension(TestDesk desk)
    {
        public Task AddAsync(int count, Actor? actor = null) => desk.Services.AddEntriesAsync(desk.Clock.GetUtcNow(), count, actor);

        public Task<bool> PlaceAsync() => desk.RunAsync<PlaceCustody, bool>(place => place.RunAsync(TestContext.Current.CancellationToken));

        public Task<int> SignAsync() => desk.RunAsync<SignHead, int>(async sign =>
        {
            await sign.RunAsync(TestContext.Current.CancellationToken);
            return 0;
        });

        public Task<CustodyBundle> ProveAsync(params Guid[] holders) =>
            desk.RunAsync<ProveCustody, CustodyBundle>(prove => prove.RunAsync(holders, TestContext.Current.CancellationToken));

        public Task<IReadOnlyList<VerifyCustody.Fault>> VerifyAsync() => desk.RunAsync<VerifyCustody, IReadOnlyList<VerifyCustody.Fault>>(
            verify => verify.RunAsync(TestContext.Current.CancellationToken));

        public Task<List<long?>> PlacesAsync() => desk.ReadAsync(db =>
            db.CustodyEntries.OrderBy(e => e.LeafIndex).Select(e => e.LeafIndex).ToListAsync(TestContext.Current.CancellationToken));

        public Task<int> SqlAsync(string sql) => desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));

        public Task<TreeHead?> NewestHeadAsync() => desk.ReadAsync(db => db.FindNewestHeadAsync(TestContext.Current.CancellationToken));

        /// <summary>Another process on the same database, which knows nothing of this one's turns.</summary>
        public ServiceProvider OpenBeside()
        {
            var options = desk.Services.GetRequiredService<StorageOptions>();
            return new ServiceCollection().AddLogging().AddStorage(options).AddSingleton<PlaceCustody>().BuildServiceProvider();
        }
    }

    extension(IServiceProvider services)
    {
        public async Task AddEntriesAsync(DateTimeOffset now, int count, Actor? actor = null)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
            for (var i = 0; i < count; i++)
                db.CustodyEntries.Add(CustodyEntry.Record(now.AddTicks(i), CustodyAct.Captured, Holder, actor ?? Actor.Machine("capture"), _sha256));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }
}
