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

        var (proposer, publisher) = (TestDesk.As(Role.Kp2miApprover), TestDesk.As(Role.Kp2miApprover));
        Expect.Problem("warning.not-verified", await ProposeAsync(desk, proposer, id));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Problem("access.denied", await ProposeAsync(desk, TestDesk.As(Role.KomdigiOfficer), id));
        Expect.Problem("access.denied", await WarnAsync(desk, TestDesk.As(Role.Kp2miAnalyst), id));
        Expect.Problem("case.unknown", await WarnAsync(desk, publisher, Guid.CreateVersion7()));
        Expect.Problem("reason.required", await WarnAsync(desk, publisher, id, " "));
        Expect.Problem("warning.not-proposed", await WarnAsync(desk, publisher, id));
        Expect.Value(await ProposeAsync(desk, proposer, id));
        Expect.Problem("warning.proposed", await ProposeAsync(desk, publisher, id));
        Expect.Problem("second-person.required", await WarnAsync(desk, proposer, id));
        Assert.Empty(await ListAsync(desk));
        Expect.Value(await WarnAsync(desk, publisher, id));
        Expect.Problem("warning.stands", await WarnAsync(desk, publisher, id));
        Expect.Problem("warning.stands", await ProposeAsync(desk, proposer, id));

        var told = Assert.Single(await ListAsync(desk));
        Assert.Contains("visa_non_kerja", told.Signs);
        Assert.Null(told.WithdrawnAt);
        Expect.Value(await desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.WithdrawAsync(
            new(TestDesk.As(Role.Kp2miApprover), id, "Keliru."), TestContext.Current.CancellationToken)));
        Assert.NotNull(Assert.Single(await ListAsync(desk)).WithdrawnAt);
        Assert.Equal(
            ["case.warning-proposed", "case.public-warned", "case.warning-withdrawn"],
            await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == id && e.Kind.Contains("warn")).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync()));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_analyst_who_became_an_approver_cannot_publish_what_they_proposed_and_of_two_publishers_one_does(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        var analyst = TestDesk.As(Role.Kp2miAnalyst);
        Expect.Value(await ProposeAsync(desk, analyst, id));
        Expect.Problem("second-person.required", await WarnAsync(desk, analyst with { Role = Role.Kp2miApprover }, id));
        await Assert.ThrowsAnyAsync<Exception>(() => desk.ReadAsync(db => db.WarningProposals.ExecuteUpdateAsync(set => set.SetProperty(p => p.DecidedBy, analyst.OfficerId))));

        var both = await Task.WhenAll(WarnAsync(desk, TestDesk.As(Role.Kp2miApprover), id), WarnAsync(desk, TestDesk.As(Role.Kp2miApprover), id));
        Assert.Single(both, result => result.TryGet(out _, out _));
        Assert.Single(await ListAsync(desk));
    }

    [Fact]
    public async Task A_proposal_that_is_turned_down_warns_nobody_and_can_be_made_again()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Value(await ProposeAsync(desk, TestDesk.As(Role.Kp2miAnalyst), id));
        Expect.Value(await desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.TurnDownAsync(
            new(TestDesk.As(Role.Kp2miApprover), id, "Terlalu dini."), TestContext.Current.CancellationToken)));
        Expect.Problem("warning.not-proposed", await WarnAsync(desk, TestDesk.As(Role.Kp2miApprover), id));
        Assert.Empty(await ListAsync(desk));
        Expect.Value(await ProposeAsync(desk, TestDesk.As(Role.Kp2miAnalyst), id));
    }

    private static Task<Result<Done>> ProposeAsync(TestDesk desk, Acting by, Guid id) =>
        desk.RunAsync<ProposeWarning, Result<Done>>(propose => propose.RunAsync(new(by, id, "Banyak korban."), TestContext.Current.CancellationToken));

    private static Task<Result<Done>> WarnAsync(TestDesk desk, Acting by, Guid id, string reason = "Banyak korban.") =>
        desk.RunAsync<WarnPublic, Result<Done>>(warn => warn.RunAsync(new(by, id, reason), TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<ListWarnings.Row>> ListAsync(TestDesk desk) =>
        desk.RunAsync<ListWarnings, IReadOnlyList<ListWarnings.Row>>(list => list.RunAsync(TestContext.Current.CancellationToken));
}
