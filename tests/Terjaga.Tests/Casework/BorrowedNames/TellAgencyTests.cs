using System.Text;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Intake;
using Terjaga.Registry;
using Terjaga.Registry.Lists;

namespace Terjaga.Tests.Casework.BorrowedNames;

public sealed class TellAgencyTests(ScratchPostgres postgres)
{
    private const string List = """
        # asOf: 2026-11-20
        sip3mi,nama,telepon,email,status
        55/2024,PT Lintang Karunia Sembada,021-5550100,kantor@lintang.example,active
        56/2024,PT Arunika Bahtera Jaya,021-5550200,,active
        """;

    private const string Offer =
        "Lowongan kerja pabrik di Taiwan resmi dari PT NAMA, gaji 15 juta, tanpa biaya, buruan daftar hubungi WA 0861-5555-1234 sekarang juga. Nomor saya 0813-1190-6642";

    [Fact]
    public async Task A_company_whose_name_stands_over_a_strangers_number_is_told_once_by_mail_when_an_analyst_asks()
    {
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, mail.Settings);
        var id = await ReportAsync(desk, "Lintang Karunia Sembada");

        var row = Assert.Single((await ReadAsync(desk, id)).Borrowed);
        Assert.Equal(("55/2024", "PT Lintang Karunia Sembada", "kantor@lintang.example"), (row.Licence, row.Name, row.Mail));
        Expect.Problem("access.denied", await TellAsync(desk, Role.KomdigiOfficer, id, "55/2024"));
        Assert.Empty(mail.Taken);

        Expect.Problem("agency.contacts-missing", await TellAsync(desk, Role.Kp2miAnalyst, id, "55/2024", "+6281200001111"));
        Expect.Value(await TellAsync(desk, Role.Kp2miAnalyst, id, "55/2024", "+6286155551234"));
        Expect.Value(await TellAsync(desk, Role.Kp2miAnalyst, id, "55/2024", "+6286155551234"));
        await desk.WorkAsync();
        await desk.WorkAsync();

        var told = Assert.Single(mail.Taken);
        Assert.Equal("kantor@lintang.example", told.To.ToString());
        Assert.Contains("+6286155551234", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("20 November 2026", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("1190", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("buruan", told.TextBody, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single((await ReadAsync(desk, id)).Borrowed).SentAt);
    }

    [Fact]
    public async Task A_company_without_a_mail_address_or_with_its_own_number_is_not_written_to()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await ReportAsync(desk, "Arunika Bahtera Jaya");

        Expect.Problem("agency.no-mail", await TellAsync(desk, Role.Kp2miAnalyst, id, "56/2024"));
        Expect.Problem("agency.not-borrowed", await TellAsync(desk, Role.Kp2miAnalyst, id, "55/2024"));
        Expect.Problem("case.unknown", await TellAsync(desk, Role.Kp2miAnalyst, Guid.CreateVersion7(), "55/2024"));
    }

    private static async Task<Guid> ReportAsync(TestDesk desk, string company)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(List));
        Expect.Value(await desk.RunAsync<BringList, Result<BringList.Brought>>(
            bring => bring.RunAsync(new(RegistryList.Agencies, file, "daftar.csv", IsStrict: true), cancellationToken)));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, Offer.Replace("NAMA", company, StringComparison.Ordinal), null, null, [], null), cancellationToken)));
        await desk.WorkAsync();
        return await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Id).SingleAsync(cancellationToken));
    }

    private static Task<ReadBorrowedNames.View> ReadAsync(TestDesk desk, Guid id) =>
        desk.RunAsync<ReadBorrowedNames, ReadBorrowedNames.View>(read => read.RunAsync(TestDesk.As(Role.Kp2miAnalyst), id, TestContext.Current.CancellationToken));

    private static Task<Result<Done>> TellAsync(TestDesk desk, Role role, Guid id, string licence, params string[] contacts) =>
        desk.RunAsync<TellAgency, Result<Done>>(tell => tell.RunAsync(new(TestDesk.As(role), id, licence, contacts), TestContext.Current.CancellationToken));
}
