using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Terjaga.Takedown.Replies;
using Terjaga.Tests.Takedown.Replies;

namespace Terjaga.Tests.Cli;

public sealed class MailVerbsTests(ScratchPostgres postgres)
{
    private const string Bounced = "Return-Path: <>\nFrom: MAILER-DAEMON@mail.example\nTo: desk@terjaga.example\nSubject: failure notice\n\n"
        + "Hi. This is the qmail-send program at mail.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
        + "<abuse@situs.example>:\nRemote host said: 550 5.1.1 User unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <order-1@terjaga.example>\n";

    [Fact]
    public async Task A_folder_is_told_in_columns_or_as_lines_of_json()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.eml"), Bounced, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "b.eml"), MailedOrder.Answer("desk@terjaga.example", "Sudah kami hapus."), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "README"), "no mail", TestContext.Current.CancellationToken);

        using var columns = TypedCommand.Start(new Dictionary<string, string?>(), "bounce", folder.Path);
        var (exitCode, output, errors) = await columns.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Equal("a.eml\tbounce\tno-mailbox\t5.1.1\tabuse@situs.example\nb.eml\tanswer\t-\t-\t-\n", output);
        Assert.Equal("2 mails: 1 answer, 1 bounce", errors.Trim());

        using var lines = TypedCommand.Start(new Dictionary<string, string?>(), "bounce", Path.Combine(folder.Path, "a.eml"), "--json");
        var told = JsonNode.Parse((await lines.EndAsync()).Output)!;
        Assert.Equal(("bounce", "order-1@terjaga.example"), ((string)told["kind"]!, (string)told["referredIds"]![0]!));
    }

    [Fact]
    public async Task What_is_no_mail_and_what_is_not_there_have_their_exit_codes()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "x"), "no mail", TestContext.Current.CancellationToken);

        using var broken = TypedCommand.Start(new Dictionary<string, string?>(), "bounce", folder.Path);
        var (exitCode, output, _) = await broken.EndAsync();
        Assert.Equal((1, "x\tunreadable\tmail.invalid\t-\t-\n"), (exitCode, output));

        using var missing = TypedCommand.Start(new Dictionary<string, string?>(), "bounce", Path.Combine(folder.Path, "nowhere"));
        Assert.Equal(3, (await missing.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_report_of_another_desk_is_read_or_refused_with_its_code()
    {
        var samples = Path.Combine(SharedFolder.Require("standards/xarf"), "samples");
        var (valid, wrong) = (Directory.GetFiles(Path.Combine(samples, "v4"), "*.json", SearchOption.AllDirectories)[0], Directory.GetFiles(Path.Combine(samples, "invalid"), "*.json", SearchOption.AllDirectories)[0]);

        using var read = TypedCommand.Start(new Dictionary<string, string?>(), "xarf", valid, wrong);
        var (exitCode, output, _) = await read.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal([4, 2], output.Trim().Split('\n').Select(line => line.Split('\t').Length));
        Assert.Contains($"{wrong}\txarf.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_piped_mail_is_stored_once_and_its_exit_code_tells_the_mail_server_what_to_do()
    {
        await using var sent = await MailedOrder.SendAsync("sqlite", postgres);
        var answer = MailedOrder.Answer(sent.ReplyTo, "Sudah kami hapus.");

        Assert.Equal(0, await PipeAsync(sent.Desk.Folder, answer));
        Assert.Equal(0, await PipeAsync(sent.Desk.Folder, answer));
        Assert.Equal(65, await PipeAsync(sent.Desk.Folder, "no mail"));
        Assert.Equal(67, await PipeAsync(sent.Desk.Folder, MailedOrder.Answer("desk@terjaga.example", "Beli obat.")));
        Assert.Equal(75, await PipeAsync(Path.Combine(sent.Desk.Folder, "nowhere"), answer));
        Assert.Equal(1, await sent.Desk.ReadAsync(db => db.OrderReplies.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task<int> PipeAsync(string data, string mail)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Terjaga.App.dll"), "mail-in", "--data", data })
            start.ArgumentList.Add(argument);
        start.Environment["TERJAGA_Mail__From"] = "desk@terjaga.example";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(mail);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
