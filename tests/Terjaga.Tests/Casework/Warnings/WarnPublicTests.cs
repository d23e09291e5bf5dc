using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Warnings;
using Terjaga.Common.Events;
using Terjaga.Literacy;

namespace Terjaga.Tests.Casework.Warnings;

public sealed class WarnPublicTests(ScratchPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_public_is_warned_once_of_a_verified_campaigns_signs_and_told_when_that_is_taken_back(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);

        Expect.Problem("warning.not-verified", await WarnAsync(desk, Role.Kp2miApprover, id));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Problem("access.denied", await WarnAsync(desk, Role.Kp2miAnalyst, id));
        Expect.Problem("case.unknown", await WarnAsync(desk, Role.Kp2miApprover, Guid.CreateVersion7()));
        Expect.Problem("reason.required", await WarnAsync(desk, Role.Kp2miApprover, id, " "));
        Expect.Value(await WarnAsync(desk, Role.Kp2miApprover, id));
        Expect.Problem("warning.stands", await WarnAsync(desk, Role.Kp2miApprover, id));

        var told = Assert.Single(await ListAsync(desk));
        Assert.Contains("visa_non_kerja", told.Signs);
        Assert.Null(told.WithdrawnAt);
        Expect.Value(await desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.WithdrawAsync(
            new(TestDesk.As(Role.Kp2miApprover), id, "Keliru."), TestContext.Current.CancellationToken)));
        Assert.NotNull(Assert.Single(await ListAsync(desk)).WithdrawnAt);
        Assert.Equal(
            ["case.public-warned", "case.warning-withdrawn"],
            await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == id && e.Kind.Contains("warn")).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
    }

    private static Task<Result<Done>> WarnAsync(TestDesk desk, Role role, Guid id, string reason = "Banyak korban.") =>
        desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.RunAsync(new(TestDesk.As(role), id, reason), TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<ListWarnings.Row>> ListAsync(TestDesk desk) =>
        desk.RunAsync<ListWarnings, IReadOnlyList<ListWarnings.Row>>(list => list.RunAsync(TestContext.Current.CancellationToken));
}
