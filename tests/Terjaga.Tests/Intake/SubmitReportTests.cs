using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Intake;
using Terjaga.Privacy;
using Terjaga.Screening.Learning;

namespace Terjaga.Tests.Intake;

public sealed class SubmitReportTests(ScratchPostgres postgres)
{
    private const string Offer = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task An_acknowledged_report_is_stored_with_its_event_and_its_work(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        Expect.Value(await SubmitAsync(desk, Empty with { Text = Offer }));

        var report = await desk.ReadAsync(db => db.Reports.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Offer, report.Text);
        Assert.Equal(desk.Clock.GetUtcNow(), report.ReceivedAt);
        Assert.Equal("report.received", (await desk.ReadAsync(db => db.Events.SingleAsync(e => e.SubjectId == report.Id))).Kind);
        Assert.Equal("screen-report", (await desk.ReadAsync(db => db.Work.SingleAsync(w => w.SubjectId == report.Id))).Kind);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_sending_again_gives_the_same_receipt_and_is_stored_once(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var input = Empty with { Text = Offer, Contact = "0812", IdempotencyKey = "first" };

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SubmitAsync(desk, input)));

        Assert.Single(receipts.Select(r => Expect.Value(r).Text).Distinct());
        Assert.Equal(1, await desk.ReadAsync(db => db.Reports.CountAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "screen-report")));
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == "report.received")));
        Assert.Equal(1, await desk.ReadAsync(db => db.SealedContacts.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_key_with_other_content_is_refused_and_tells_nobody_a_strangers_receipt(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        Expect.Value(await SubmitAsync(desk, Empty with { Text = Offer, IdempotencyKey = "1" }));

        Expect.Problem("report.repeated-differently", await SubmitAsync(desk, Empty with { Text = Offer + "!", IdempotencyKey = "1" }));
        Assert.Equal(1, await desk.ReadAsync(db => db.Reports.CountAsync()));
    }

    [Fact]
    public async Task A_report_whose_words_break_the_engine_is_taken_all_the_same()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        desk.Services.GetRequiredService<Screeners>().Dispose();

        Expect.Value(await SubmitAsync(desk, Empty with { Text = "Tolong, paspor saya ditahan dan saya disekap" }));

        Assert.Equal(1, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == "screen-report")));
        Assert.Equal(0, await desk.ReadAsync(db => db.DangerFiles.CountAsync()));
    }

    [Fact]
    public async Task Neither_receipt_nor_contact_can_be_read_on_the_disk()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var receipt = Expect.Value(await SubmitAsync(desk, Empty with { Text = Offer, Contact = "0812-RAHASIA-99" }));

        foreach (var file in Directory.EnumerateFiles(desk.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".setup", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            var bytes = Encoding.Latin1.GetString(copy.ToArray());
            Assert.DoesNotContain("RAHASIA", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(receipt.Text, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(receipt.Text.Replace("-", "", StringComparison.Ordinal), bytes, StringComparison.Ordinal);
        }

        var contact = await desk.ReadAsync(db => db.SealedContacts.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("0812-RAHASIA-99", contact.Open((DeskKey)desk.Services.GetService(typeof(DeskKey))!));
    }

    [Theory]
    [InlineData("report.empty", "  ", "\n", null, null)]
    [InlineData("link.invalid", "bukan tautan", null, null, null)]
    [InlineData("link.not-public", "http://127.0.0.1/x", null, null, null)]
    [InlineData("link.not-public", "http://localhost:5080/lapor", null, null, null)]
    [InlineData("link.ours", "https://terjaga.example/lapor", null, null, null)]
    [InlineData("text.invalid", null, "a\0b", null, null)]
    [InlineData("channel.invalid", null, "x", "<script>", null)]
    [InlineData("contact.invalid", null, "x", null, "a\u0007b")]
    public async Task What_cannot_be_taken_is_refused_with_its_code_and_changes_nothing(
        string code, string? link, string? text, string? channel, string? contact)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Problem(code, await SubmitAsync(desk, new(link, text, channel, contact, [], null)));
        Assert.Equal(0, await desk.ReadAsync(db => db.Reports.CountAsync()));
        Assert.False(Directory.Exists(Path.Combine(desk.Folder, "evidence")));
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    public async Task Half_a_character_is_refused(int half)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Problem("text.invalid", await SubmitAsync(desk, Empty with { Text = $"a{(char)half}b" }));
        Expect.Problem("contact.invalid", await SubmitAsync(desk, Empty with { Text = Offer, Contact = $"a{(char)half}b" }));
    }

    [Fact]
    public async Task Text_link_contact_and_pictures_have_limits_that_hold_to_the_character()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Value(await SubmitAsync(desk, Empty with { Text = new string('a', ReportText.MaxLength) }));
        Expect.Problem("text.too-long", await SubmitAsync(desk, Empty with { Text = new string('a', ReportText.MaxLength + 1) }));
        Expect.Problem("link.too-long", await SubmitAsync(desk, Empty with { Link = "https://a.example/" + new string('a', 2_048) }));
        Expect.Problem("contact.too-long", await SubmitAsync(desk, Empty with { Text = Offer, Contact = new string('1', 201) }));
        Expect.Problem("picture.unreadable", await SubmitAsync(desk, Empty with { Pictures = [[1, 2, 3]] }));
        Expect.Problem("picture.too-large", await SubmitAsync(desk, Empty with { Pictures = [new byte[ReportReading.MaxPictureBytes + 1]] }));
        Expect.Problem("picture.too-many", await SubmitAsync(desk, Empty with { Pictures = [.. Enumerable.Repeat(new byte[] { 1 }, 11)] }));
        Expect.Problem("idempotency-key.invalid", await SubmitAsync(desk, Empty with { Text = Offer, IdempotencyKey = new string('k', 256) }));
    }

    private static SubmitReport.Input Empty => SubmitReport.Input.Empty;

    private static Task<Terjaga.Common.Result<Receipt>> SubmitAsync(TestDesk desk, SubmitReport.Input input) =>
        desk.RunAsync<SubmitReport, Terjaga.Common.Result<Receipt>>(submit => submit.RunAsync(input, TestContext.Current.CancellationToken));
}
