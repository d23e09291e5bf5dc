using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Intake.Checking;
using Terjaga.Screening;

namespace Terjaga.Tests.Intake;

public sealed class CheckCounterTests(ScratchPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Checks_are_counted_by_the_day_and_kept_while_the_database_refuses_them(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var counter = desk.Services.GetRequiredService<CheckCounter>();
        var cancellationToken = TestContext.Current.CancellationToken;
        counter.Count("page", Band.Check);
        await counter.StoreAsync(cancellationToken);
        counter.Count("page", Band.Check);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE check_counts RENAME TO away", cancellationToken));
        await counter.StoreAsync(cancellationToken);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE away RENAME TO check_counts", cancellationToken));
        await counter.StoreAsync(cancellationToken);

        Assert.Equal(
            [("page", "Check", 2L)],
            (await desk.ReadAsync(db => db.CheckCounts.AsNoTracking().ToListAsync(cancellationToken))).Select(c => (c.Door, c.Band, c.Count)));
    }
}
