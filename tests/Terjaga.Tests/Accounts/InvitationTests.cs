using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Tests.Accounts;

public sealed class InvitationTests(ScratchPostgres postgres)
{
    private const string Password = "kalimat panjang yang mudah diingat";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task An_invitation_that_was_taken_back_opens_nothing_and_leaves_the_list(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var link = await InviteAsync(desk, "budi");
        var row = Assert.Single(await ListAsync(desk), row => row.SignInName == "budi");

        Expect.Problem("access.denied", await WithdrawAsync(desk, TestDesk.As(Role.Kp2miApprover), row.Id));
        Expect.Value(await WithdrawAsync(desk, TestDesk.As(Role.Administrator), row.Id));

        Expect.Problem("invitation.unknown", await AcceptAsync(desk, link.Token));
        Expect.Problem("invitation.unknown", await WithdrawAsync(desk, TestDesk.As(Role.Administrator), row.Id));
        Assert.DoesNotContain(await ListAsync(desk), row => row.SignInName == "budi");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_invitation_that_was_used_cannot_be_taken_back(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var link = await InviteAsync(desk, "budi");
        var row = Assert.Single(await ListAsync(desk), row => row.SignInName == "budi");
        Expect.Value(await AcceptAsync(desk, link.Token));

        Expect.Problem("invitation.unknown", await WithdrawAsync(desk, TestDesk.As(Role.Administrator), row.Id));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_recovered_account_is_shut_at_once_and_opens_again_by_its_link_as_the_same_officer(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var officer = Expect.Value(await AcceptAsync(desk, (await InviteAsync(desk, "budi")).Token));
        var cancellationToken = TestContext.Current.CancellationToken;
        var session = await desk.RunAsync<StartSession, Guid>(
            s => s.RunAsync(officer, Proof.Password, SessionOrigin.Of(null, null), cancellationToken));

        Expect.Problem("access.denied", await ResetAsync(desk, TestDesk.As(Role.Auditor), officer.OfficerId));
        var first = Expect.Value(await ResetAsync(desk, TestDesk.As(Role.Administrator), officer.OfficerId));
        var second = Expect.Value(await ResetAsync(desk, TestDesk.As(Role.Administrator), officer.OfficerId));

        Assert.Null(await desk.RunAsync<CheckSession, CheckSession.Open?>(c => c.RunAsync(session, isUsed: true, cancellationToken)));
        Assert.Null((await BeginAsync(desk)).OfficerId);
        Expect.Problem("invitation.unknown", await AcceptAsync(desk, first.Token));
        Assert.Equal(officer, Expect.Value(await AcceptAsync(desk, second.Token)));
        Assert.Equal(officer.OfficerId, (await BeginAsync(desk)).OfficerId);
        Assert.Equal(2, await desk.ReadAsync(db => db.Set<Terjaga.Common.Events.DeskEvent>()
            .CountAsync(e => e.SubjectId == officer.OfficerId && e.Kind == "officer.reset")));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_closed_account_cannot_be_recovered_nor_can_the_own_one(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var officer = Expect.Value(await AcceptAsync(desk, (await InviteAsync(desk, "budi")).Token));
        var admin = TestDesk.As(Role.Administrator);
        var link = Expect.Value(await ResetAsync(desk, admin, officer.OfficerId));
        Expect.Value(await desk.RunAsync<DisableOfficer, Result<Done>>(
            d => d.RunAsync(admin, officer.OfficerId, TestContext.Current.CancellationToken)));

        Expect.Problem("invitation.unknown", await AcceptAsync(desk, link.Token));
        Expect.Problem("officer.is-disabled", await ResetAsync(desk, admin, officer.OfficerId));
        Expect.Problem("officer.is-yourself", await ResetAsync(desk, admin, admin.OfficerId));
        Expect.Problem("officer.unknown", await ResetAsync(desk, admin, Guid.Empty));
    }

    private static async Task<InviteOfficer.Link> InviteAsync(TestDesk desk, string name) =>
        Expect.Value(await desk.RunAsync<InviteOfficer, Result<InviteOfficer.Link>>(invite => invite.RunAsync(
            new(TestDesk.As(Role.Administrator), name, "Budi", Ministry.Kp2mi, Role.Kp2miAnalyst), TestContext.Current.CancellationToken)));

    private static Task<Result<Acting>> AcceptAsync(TestDesk desk, string token) => desk.RunAsync<AcceptInvitation, Result<Acting>>(
        accept => accept.RunAsync(new(token, Password), TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<EditInvitations.Row>> ListAsync(TestDesk desk) =>
        desk.RunAsync<EditInvitations, IReadOnlyList<EditInvitations.Row>>(edit => edit.ListAsync(TestContext.Current.CancellationToken));

    private static Task<Result<Done>> WithdrawAsync(TestDesk desk, Acting by, Guid id) => desk.RunAsync<EditInvitations, Result<Done>>(
        edit => edit.WithdrawAsync(by, id, TestContext.Current.CancellationToken));

    private static Task<Result<InviteOfficer.Link>> ResetAsync(TestDesk desk, Acting by, Guid id) =>
        desk.RunAsync<ResetOfficer, Result<InviteOfficer.Link>>(reset => reset.RunAsync(by, id, TestContext.Current.CancellationToken));

    private static Task<SignIn.FirstStep> BeginAsync(TestDesk desk) => desk.RunAsync<SignIn, SignIn.FirstStep>(
        signIn => signIn.BeginAsync(new("budi", Password), TestContext.Current.CancellationToken));
}
