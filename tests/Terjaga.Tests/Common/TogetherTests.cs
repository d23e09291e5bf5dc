using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;

namespace Terjaga.Tests.Common;

public sealed class TogetherTests(ScratchPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_stranger_who_reports_while_an_officer_saves_twice_waits_and_is_stored(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var cancellationToken = TestContext.Current.CancellationToken;
        var writer = desk.Services.GetRequiredService<GroupWriter>();
        var now = desk.Clock.GetUtcNow();
        Task<bool>? stranger = null;
        await desk.ReadAsync(async db =>
        {
            await db.TogetherAsync(
                async () =>
                {
                    stranger = writer.WriteAsync([new Statement("UPDATE work SET attempts = 0")], cancellationToken);
                    // Time for the writer to take the turn, if the officer has not.
                    await Task.Delay(300, cancellationToken);
                    db.Events.Add(DeskEvent.Record(now, TimeOrderedId.At(now), "test.first", Actor.Machine("test")));
                    await db.SaveChangesAsync(cancellationToken);
                    db.Events.Add(DeskEvent.Record(now, TimeOrderedId.At(now), "test.second", Actor.Machine("test")));
                    await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken).WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            return true;
        });

        await stranger!.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
        Assert.Equal(2, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind.StartsWith("test."), cancellationToken)));
    }

    [Fact]
    public async Task Of_two_saves_of_which_the_second_fails_nothing_is_stored()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var now = desk.Clock.GetUtcNow();
        var once = DeskEvent.Record(now, TimeOrderedId.At(now), "test.first", Actor.Machine("test"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.ReadAsync<bool>(async db =>
        {
            await db.TogetherAsync(
                async () =>
                {
                    db.Events.Add(once);
                    await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                    throw new InvalidOperationException("The second save.");
                },
                TestContext.Current.CancellationToken);
            return true;
        }));

        Assert.Equal(0, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == "test.first")));
    }
}
