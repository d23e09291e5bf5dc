using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.App;

namespace Terjaga.Tests.Accounts;

public sealed class OrganisationTests(ScratchPostgres postgres)
{
    private static readonly EditOrganisations.Input _office = new(
        Code("BP3MI-Jatim"), "Balai Jawa Timur", "East Java office", [Role.Auditor, Role.PrivacyOfficer], new DateOnly(2026, 11, 1), "SK 1/2026");

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_two_ministries_are_there_once_however_often_the_desk_starts(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.RunAsync<ImportOrganisations, bool>(async import =>
        {
            await import.RunAsync(DeskAreas.DataFolder, TestContext.Current.CancellationToken);
            return true;
        });

        var rows = await ListAsync(desk);
        Assert.Equal([Ministry.Kp2mi, Ministry.Komdigi], rows.Select(row => row.Code).OrderByDescending(code => code.Code));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(rows, row => row.Roles.Contains(role)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Officers_of_an_organisation_that_joined_hold_its_roles_and_no_other(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        Expect.Value(await AddAsync(desk, Role.Administrator, _office));

        Expect.Value(await InviteAsync(desk, _office.Code, Role.Auditor));
        Expect.Problem("officer.role-of-other-ministry", await InviteAsync(desk, _office.Code, Role.Administrator));
        Expect.Problem("officer.role-of-other-ministry", await InviteAsync(desk, _office.Code, Role.KomdigiApprover));
    }

    [Fact]
    public async Task What_is_no_organisation_is_refused_with_a_code_and_nothing_is_stored()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var before = await desk.ReadAsync(db => db.Organisations.CountAsync());

        Expect.Problem("access.denied", await AddAsync(desk, Role.Auditor, _office));
        Expect.Problem("organisation.code-invalid", await AddAsync(desk, Role.Administrator, _office with { Code = default }));
        Expect.Problem("organisation.text-invalid", await AddAsync(desk, Role.Administrator, _office with { NameId = "a\0b" }));
        Expect.Problem("organisation.text-invalid", await AddAsync(desk, Role.Administrator, _office with { Source = new string('a', 10_000_000) }));
        Expect.Problem("organisation.roles-invalid", await AddAsync(desk, Role.Administrator, _office with { Roles = [] }));
        Expect.Problem("organisation.roles-invalid", await AddAsync(desk, Role.Administrator, _office with { Roles = [(Role)99] }));
        Expect.Problem("organisation.roles-invalid", await AddAsync(desk, Role.Administrator, _office with { Roles = [Role.KomdigiApprover] }));
        Expect.Problem("organisation.exists", await AddAsync(desk, Role.Administrator, _office with { Code = Code("KP2MI") }));

        Assert.Equal(before, await desk.ReadAsync(db => db.Organisations.CountAsync()));
    }

    [Theory]
    [InlineData("1kp2mi")]
    [InlineData("kp 2mi")]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("kp2mi\0")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void A_text_that_is_no_code_is_none(string text) => Assert.False(Ministry.TryParse(text, out _));

    private static Ministry Code(string text) => Ministry.TryParse(text, out var ministry) ? ministry : throw new ArgumentException(text);

    private static Task<IReadOnlyList<EditOrganisations.Row>> ListAsync(TestDesk desk) =>
        desk.RunAsync<EditOrganisations, IReadOnlyList<EditOrganisations.Row>>(edit => edit.ListAsync(TestContext.Current.CancellationToken));

    private static Task<Result<Done>> AddAsync(TestDesk desk, Role by, EditOrganisations.Input input) =>
        desk.RunAsync<EditOrganisations, Result<Done>>(edit => edit.AddAsync(TestDesk.As(by), input, TestContext.Current.CancellationToken));

    private static Task<Result<InviteOfficer.Link>> InviteAsync(TestDesk desk, Ministry ministry, Role role) =>
        desk.RunAsync<InviteOfficer, Result<InviteOfficer.Link>>(invite => invite.RunAsync(
            new(TestDesk.As(Role.Administrator), "budi", "Budi", ministry, role), TestContext.Current.CancellationToken));
}
