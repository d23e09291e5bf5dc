using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer.Protocol;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Work;
using Terjaga.Intake;
using Terjaga.Intake.Telling;
using Terjaga.Tests.Casework;
using Terjaga.Tests.Takedown;

namespace Terjaga.Tests.Intake.Telling;

/// <summary>One message to whoever reported, and nothing to whoever did not say that the address is theirs.</summary>
public sealed class TellReporterTests(ScratchPostgres postgres)
{
    private const string Address = "budi.santoso@surat.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_says_that_the_address_is_theirs_gets_one_message_at_the_end_and_never_a_second(string database)
    {
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync(database, postgres, mail.Settings);
        var (receipt, id) = await ReportAsync(desk, 1, $"0812 333, {Address}");
        var asked = Assert.Single(mail.Taken);
        Assert.Equal(Address, asked.To.Mailboxes.Single().Address);

        await desk.TakeAllAsync(id, CaseStep.Dismiss);
        await LaterAsync(desk, TimeSpan.FromDays(2));
        Assert.Single(mail.Taken);

        Expect.Value(await ConfirmAsync(desk, TokenIn(asked)));
        Expect.Value(await ConfirmAsync(desk, TokenIn(asked)));
        await desk.WorkAsync();
        var told = Assert.Single(mail.Taken.Skip(1));
        Assert.Contains("https://terjaga.example/status", told.TextBody, StringComparison.Ordinal);
        Assert.StartsWith("Petugas sudah memeriksa", told.TextBody, StringComparison.Ordinal);
        foreach (var message in mail.Taken)
        {
            Assert.DoesNotContain(receipt.Text, message.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Reported.Offer(1)[..20], message.ToString(), StringComparison.Ordinal);
            Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        }

        // The case is looked at again and ends again: who was told once is told.
        await desk.ReadAsync(db => db.CaseFiles.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CaseState.New), Stop));
        await desk.TakeAllAsync(id, CaseStep.Dismiss);
        await LaterAsync(desk, TimeSpan.FromDays(2));
        Assert.Equal(2, mail.Taken.Count);
        Assert.Equal(1, await desk.ReadAsync(db => db.ReporterMessages.CountAsync(m => m.SentAt != null, Stop)));
    }

    [Fact]
    public async Task An_end_that_is_taken_back_within_a_day_is_told_to_nobody_and_the_one_that_holds_in_the_language_of_the_report()
    {
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, mail.Settings);
        var (_, id) = await ReportAsync(desk, 1, Address, "en");
        Assert.Contains("press the button", mail.Taken[0].TextBody, StringComparison.Ordinal);
        Expect.Value(await ConfirmAsync(desk, TokenIn(mail.Taken[0])));
        await desk.TakeAllAsync(id, CaseStep.Dismiss);
        await LaterAsync(desk, TimeSpan.FromHours(23));
        Expect.Value(await desk.UndoAsync(id, Role.Kp2miAnalyst));
        await LaterAsync(desk, TimeSpan.FromDays(3));
        Assert.Single(mail.Taken);

        await desk.TakeAllAsync(id, CaseStep.Dismiss);
        await LaterAsync(desk, TimeSpan.FromDays(2));
        Assert.StartsWith("Officers have looked", mail.Taken[1].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_reports_that_name_a_stranger_send_three_mails_in_a_month_and_what_is_no_address_or_is_in_danger_none()
    {
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, mail.Settings);
        foreach (var contact in new[] { "0812-3333-4444", "budi@surat.example atau ani@surat.example", "@budi_wa", "a@localhost", "a@[127.0.0.1]" })
            await ReportAsync(desk, contact.Length, contact);
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, "Tolong, paspor saya ditahan dan saya disekap di Myawaddy", null, Address, [], null), Stop)));
        await desk.WorkAsync();
        Assert.Empty(mail.Taken);

        for (var i = 100; i < 106; i++)
            await ReportAsync(desk, i, i % 2 == 0 ? Address : Address.ToUpperInvariant());
        Assert.Equal(ReporterMail.AsksInMonth, mail.Taken.Count);
        await LaterAsync(desk, TimeSpan.FromDays(8));
        await ReportAsync(desk, 200, Address);
        Assert.Equal(ReporterMail.AsksInMonth + 1, mail.Taken.Count);
        Expect.Problem("reporter-mail.unknown", await ConfirmAsync(desk, "x"));
        await LaterAsync(desk, ReporterMail.LinkHolds);
        Expect.Problem("reporter-mail.unknown", await ConfirmAsync(desk, TokenIn(mail.Taken[0])));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_one_that_refuses_is_not_and_a_repetition_after_a_crash_is_the_same_mail()
    {
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, mail.Settings);
        var (_, one) = await ReportAsync(desk, 1, Address);
        var (_, other) = await ReportAsync(desk, 2, "ani@surat.example");
        foreach (var asked in mail.Taken)
            Expect.Value(await ConfirmAsync(desk, TokenIn(asked)));
        await desk.TakeAllAsync(one, CaseStep.Dismiss);
        mail.Answer = new SmtpResponse(SmtpReplyCode.ServiceUnavailable, "4.3.2 busy");
        await LaterAsync(desk, TimeSpan.FromDays(2));
        Assert.Equal(2, mail.Taken.Count);

        // It leaves, and the desk dies before that is stored.
        mail.Answer = SmtpResponse.Ok;
        await desk.ReadAsync(async db =>
        {
            var item = await db.Work.AsNoTracking().SingleAsync(w => w.Kind == SendOutcomeJob.Kind, Stop);
            await using var scope = desk.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SendOutcomeJob>().RunAsync(item, Stop);
            return 0;
        });
        await LaterAsync(desk, TimeSpan.FromHours(1));
        Assert.Equal(4, mail.Taken.Count);
        Assert.Equal(SendMailTests.Bytes(mail.Taken[2]), SendMailTests.Bytes(mail.Taken[3]));
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == SendOutcomeJob.Kind, Stop)));

        mail.Answer = SmtpResponse.MailboxUnavailable;
        await desk.TakeAllAsync(other, CaseStep.Dismiss);
        await LaterAsync(desk, TimeSpan.FromDays(2));
        Assert.Equal(1, await desk.ReadAsync(db => db.ReporterMessages.CountAsync(m => m.GivenUpAt != null && m.SentAt == null, Stop)));
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == SendOutcomeJob.Kind, Stop)));
    }

    private static async Task<(Receipt Receipt, Guid CaseId)> ReportAsync(TestDesk desk, int number, string contact, string? language = null)
    {
        var receipt = Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, Reported.Offer(number), null, contact, [], null) { Language = language }, Stop)));
        await desk.WorkAsync();
        return (receipt, await desk.ReadAsync(db => db.CaseReports.OrderByDescending(r => r.ReportId).Select(r => r.CaseFileId).FirstAsync(Stop)));
    }

    private static async Task LaterAsync(TestDesk desk, TimeSpan time)
    {
        desk.Clock.Advance(time);
        await desk.WorkAsync();
    }

    private static string TokenIn(MimeMessage message) => message.TextBody!.Split('\n').Single(line => line.Contains("/surel/", StringComparison.Ordinal)).Trim().Split('/')[^1];

    private static Task<Result<Done>> ConfirmAsync(TestDesk desk, string token) =>
        desk.RunAsync<ConfirmAddress, Result<Done>>(confirm => confirm.RunAsync(token, Stop));
}
