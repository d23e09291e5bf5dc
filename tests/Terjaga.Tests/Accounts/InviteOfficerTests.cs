using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Tests.Accounts;

public sealed class InviteOfficerTests(ScratchPostgres postgres)
{
    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task An_invitation_is_good_for_seven_days_and_its_secret_is_stored_nowhere(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var link = Expect.Value(await InviteAsync(desk, "budi", Ministry.Kp2mi, Role.Kp2miAnalyst));

        desk.Clock.Advance(TimeSpan.FromDays(6.9));
        Assert.Equal("budi", Expect.Value(await LookAsync(desk, link.Token)).SignInName);
        desk.Clock.Advance(TimeSpan.FromDays(0.2));
        Expect.Problem("invitation.unknown", await LookAsync(desk, link.Token));

        var stored = await desk.ReadAsync(db => db.Invitations.AsNoTracking().SingleAsync(i => i.SignInName == "budi"));
        Assert.Equal(32, stored.TokenHash.Length);
    }

    [Theory]
    [InlineData("officer.name-invalid", "ab", "Kp2mi", Role.Kp2miAnalyst)]
    [InlineData("officer.name-invalid", "budi santoso", "Kp2mi", Role.Kp2miAnalyst)]
    [InlineData("officer.name-invalid", "budi\0", "Kp2mi", Role.Kp2miAnalyst)]
    [InlineData("officer.role-of-other-ministry", "budi", "Komdigi", Role.Kp2miAnalyst)]
    [InlineData("officer.role-invalid", "budi", "Komdigi", (Role)99)]
    [InlineData("officer.organisation-invalid", "budi", "Lain", Role.Administrator)]
    [InlineData("officer.organisation-invalid", "budi", "\0", Role.Administrator)]
    public async Task Who_cannot_be_invited_is_refused_with_a_code_and_nothing_is_stored(
        string code, string name, string organisation, Role role)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var before = await desk.ReadAsync(db => db.Invitations.CountAsync());

        Expect.Problem(code, await InviteAsync(desk, name, Ministry.Read(organisation), role));

        Assert.Equal(before, await desk.ReadAsync(db => db.Invitations.CountAsync()));
    }

    private static Task<Result<InviteOfficer.Link>> InviteAsync(TestDesk desk, string name, Ministry ministry, Role role) =>
        desk.RunAsync<InviteOfficer, Result<InviteOfficer.Link>>(invite => invite.RunAsync(
            new(TestDesk.As(Role.Administrator), name, "Budi", ministry, role), TestContext.Current.CancellationToken));

    private static Task<Result<AcceptInvitation.Invited>> LookAsync(TestDesk desk, string token) =>
        desk.RunAsync<AcceptInvitation, Result<AcceptInvitation.Invited>>(accept =>
            accept.LookAsync(token, TestContext.Current.CancellationToken));
}
