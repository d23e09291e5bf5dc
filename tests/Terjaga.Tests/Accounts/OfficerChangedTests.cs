using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Tests.Accounts;

public sealed class OfficerChangedTests(ScratchPostgres postgres)
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_changes_an_account_that_a_colleague_changed_in_between_is_told_and_nothing_is_stored(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var officer = (await SessionRowTests.JoinAsync(desk, "budi")).OfficerId;
        await using var scope = desk.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TerjagaDb>();
        await db.Officers.SingleAsync(o => o.Id == officer, TestContext.Current.CancellationToken);
        Expect.Value(await desk.RunAsync<ResetOfficer, Result<InviteOfficer.Link>>(reset => reset.RunAsync(
            TestDesk.As(Role.Administrator), officer, TestContext.Current.CancellationToken)));

        var late = await scope.ServiceProvider.GetRequiredService<DisableOfficer>().RunAsync(
            TestDesk.As(Role.Administrator), officer, TestContext.Current.CancellationToken);

        Expect.Problem("officer.changed", late);
        Assert.Equal(0, await desk.ReadAsync(read => read.Events.CountAsync(e => e.SubjectId == officer && e.Kind == AccountEvents.Disabled)));
    }
}
