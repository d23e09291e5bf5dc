using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Notes;
using Terjaga.Common.Events;
using Terjaga.Intake;
using Terjaga.Takedown;
using Terjaga.Takedown.Escalation;
using Terjaga.Takedown.Replies;
using Terjaga.Tests.Casework;
using Terjaga.Tests.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Escalation;

public sealed class ExportEscalationTests(ScratchPostgres postgres)
{
    /// <summary>Stand nowhere but in what a reporter, or an officer about one, wrote.</summary>
    private static readonly string[] _sealed = ["RAHASIATEKS", "rahasia@pelapor.example", "RAHASIACATATAN", "RAHASIAVERIFIKASI"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_package_has_every_proof_in_its_place_names_what_is_missing_and_holds_nothing_of_a_reporter(string database)
    {
        await using var site = await TestSite.StartAsync();
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync(database, postgres, new Dictionary<string, string?>([.. site.Settings, .. mail.Settings]));
        var (id, recipient) = await OrderedAsync(desk, site);
        var notice = mail.Taken.Single(message => message.MessageId!.StartsWith("dispatch-", StringComparison.Ordinal));
        var reply = MailedOrder.Answer(notice.ReplyTo.Mailboxes.Single().Address, "Kami akan memeriksa.");
        Expect.Value(await desk.RunAsync<TakeInMail, Result<TakeInMail.Taken>>(take => take.RunAsync(Encoding.UTF8.GetBytes(reply), Stop)));
        await PassAsync(desk, TimeSpan.FromMinutes(20));

        var parts = Expect.Value(await TakeAsync(desk, id, recipient));

        Assert.Equal(
            ["1-summary", "2-notices", "3-delivery", "4-answers", "5-steps", "6-evidence", "7-contacts", "custody", "index.en.html", "index.html", "manifest.sha256", "manifest.sig"],
            parts.Keys.Select(name => name.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
        var delivery = JsonNode.Parse(parts["3-delivery/deliveries.json"])![0]!;
        Assert.Equal(("abuse@situs.example", notice.MessageId, true), ((string?)delivery["to"], (string?)delivery["identity"], (bool)delivery["isWhatLeft"]!));
        Assert.Contains("Ok", (string?)delivery["serverAnswer"], StringComparison.OrdinalIgnoreCase);
        using var left = await MimeMessage.LoadAsync(new MemoryStream(parts[(string)delivery["folder"]! + "surel.eml"]), Stop);
        Assert.Equal(SendMailTests.Bytes(notice), SendMailTests.Bytes(left));
        var came = Assert.Single(parts, part => part.Key.StartsWith("4-answers/", StringComparison.Ordinal) && part.Key.EndsWith(".eml", StringComparison.Ordinal));
        Assert.Contains("Kami akan memeriksa.", Encoding.UTF8.GetString(came.Value), StringComparison.Ordinal);
        Assert.Equal(["Order", "Report", "Watch"], JsonNode.Parse(parts["6-evidence/looks.json"])!.AsArray().Select(look => (string?)look!["occasion"]).Distinct().Order());
        Assert.Contains(parts.Keys, name => name.StartsWith("6-evidence/", StringComparison.Ordinal) && name.EndsWith("/capture.warc.gz", StringComparison.Ordinal));
        Assert.Contains("No step followed the order.", Encoding.UTF8.GetString(parts["index.en.html"]), StringComparison.Ordinal);
        Assert.Contains("Tidak ada langkah setelah perintah.", Encoding.UTF8.GetString(parts["index.html"]), StringComparison.Ordinal);
        Assert.All(parts, part => Assert.False(HoldsSealed(part.Value), part.Key));
        Assert.Equal("Surat", await desk.ReadAsync(db => db.Events.Where(e => e.Kind == CaseEvents.EscalationExported).Select(e => e.Reason).SingleAsync(Stop)));

        var again = Expect.Value(await TakeAsync(desk, id, recipient));
        Assert.Equal(parts.Keys, again.Keys);
        Assert.All(parts.Where(part => !Changes(part.Key)), part => Assert.True(part.Value.AsSpan().SequenceEqual(again[part.Key]), part.Key));
    }

    [Fact]
    public async Task Only_who_takes_cases_out_gets_a_package_and_none_is_made_of_nothing()
    {
        await using var site = await TestSite.StartAsync();
        await using var mail = new TestMail();
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, new Dictionary<string, string?>([.. site.Settings, .. mail.Settings]));
        var (id, recipient) = await OrderedAsync(desk, site);

        Expect.Problem("access.denied", await TakeAsync(desk, id, recipient, Role.Administrator));
        Expect.Problem("escalation.none", await TakeAsync(desk, id, Guid.CreateVersion7()));
        Expect.Problem("escalation.none", await TakeAsync(desk, Guid.CreateVersion7(), recipient));
        Assert.Equal(0, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == CaseEvents.EscalationExported, Stop)));
    }

    [Fact]
    public void A_planted_secret_is_found_however_it_is_packed()
    {
        Assert.True(HoldsSealed(Encoding.UTF8.GetBytes("x RAHASIATEKS x")));
        Assert.True(HoldsSealed(Zipped(Encoding.UTF8.GetBytes("x RAHASIATEKS x"))));
        Assert.True(HoldsSealed(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("xx RAHASIATEKS x")))));
    }

    /// <summary>The proof of custody has the taking itself in it, a signature is another each time, and the library of letters writes the time into them.</summary>
    private static bool Changes(string name) => name.StartsWith("custody/", StringComparison.Ordinal) || name.StartsWith("manifest.", StringComparison.Ordinal)
        || name.StartsWith("index.", StringComparison.Ordinal) || name.EndsWith(".pdf", StringComparison.Ordinal);

    private static async Task<(Guid CaseId, Guid Recipient)> OrderedAsync(TestDesk desk, TestSite site)
    {
        site.Pages["/a"] = "<p>Lowongan kerja Kamboja</p>";
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new($"http://{TestSite.Host}/a", $"{_sealed[0]} Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu", null, _sealed[1], [], null), Stop)));
        await desk.WorkAsync();
        var id = await desk.ReadAsync(db => db.CaseReports.Select(r => r.CaseFileId).SingleAsync(Stop));
        var version = (await desk.FileAsync(id)).Version;
        Expect.Value(await desk.RunAsync<DecideCase, Result<Done>>(decide => decide.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), id, version, CaseStep.Verify, $"Menurut pelapor {_sealed[3]}."), Stop)));
        await desk.TakeAllAsync(id, CaseStep.HandOver);
        Expect.Value(await desk.RunAsync<WriteNote, Result<WriteNote.Written>>(write => write.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), id, NoteLevel.Shared, _sealed[2]), Stop)));
        var recipient = Expect.Value(await desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), "Surat", TestSite.Host, RecipientChannel.Mail, "abuse@situs.example", null, false, ""), Stop))).Id;
        Expect.Value(await SwitchRecipientTests.SwitchAsync(desk, TestDesk.As(Role.Administrator), recipient, isEnabled: true));
        Expect.Value(await desk.DraftAsync(id, recipient));
        Expect.Value(await desk.SignAsync(id));
        await desk.WorkAsync();
        return (id, recipient);
    }

    private static async Task PassAsync(TestDesk desk, TimeSpan time)
    {
        desk.Clock.Advance(time);
        await desk.WorkAsync();
    }

    private static async Task<Result<SortedDictionary<string, byte[]>>> TakeAsync(TestDesk desk, Guid id, Guid recipient, Role role = Role.KomdigiApprover)
    {
        using var file = new MemoryStream();
        var result = await desk.RunAsync<ExportEscalation, Result<ExportEscalation.Exported>>(export => export.RunAsync(new(TestDesk.As(role), id, recipient), file, Stop));
        if (!result.TryGet(out _, out var problem))
            return problem;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var stream = await entry.OpenAsync(Stop);
            await stream.CopyToAsync(bytes, Stop);
            parts.Add(entry.FullName, bytes.ToArray());
        }

        return parts;
    }

    /// <summary>As it is, unpacked, and out of any run of base 64.</summary>
    private static bool HoldsSealed(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        if (_sealed.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (bytes is [0x1f, 0x8b, ..] && HoldsSealed(Unzipped(bytes)))
            return true;
        return text.Split([' ', '"', '>', '<', ':']).Select(run => run.ReplaceLineEndings("")).Where(run => run.Length >= 16)
            .Any(run => Enumerable.Range(0, 4).Any(at => Decoded(run[at..]) is { } inner && _sealed.Any(word => inner.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    private static string? Decoded(string run)
    {
        var bytes = new byte[run.Length];
        return Convert.TryFromBase64String(run[..(run.Length / 4 * 4)], bytes, out var length) ? Encoding.Latin1.GetString(bytes, 0, length) : null;
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unzipped(byte[] bytes)
    {
        using var plain = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
