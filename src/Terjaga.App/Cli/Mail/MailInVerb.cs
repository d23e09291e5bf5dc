using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Terjaga.Takedown.Replies;

namespace Terjaga.App.Cli.Mail;

/// <summary><c>mail-in</c>: takes in one mail from standard input; a mail server starts it for each mail to the desk.</summary>
internal static class MailInVerb
{
    /// <summary>What mail servers understand (sysexits.h): no mail, nobody of that address, try again later.</summary>
    private const int NoMail = 65, NoOrder = 67, TryAgain = 75;

    public static Command Create()
    {
        var data = DeskFolder.Option();
        var verb = new Verb(
            "mail-in", "Takes in one mail. Answers 0 when it is stored, 65 for what is no mail, 67 for a mail to no order, 75 when the mail server should try again.",
            "./terjaga mail-in --data ./terjaga-data < answer.eml") { data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data), cancellationToken));
        return verb;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the mail is not stored, and the mail server must keep it.")]
    private static async Task<int> RunAsync(string? dataFolder, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = Console.OpenStandardInput();
            var mail = await MailBytes.ReadAsync(input, cancellationToken);

            // A mail server whose pipe closes too early takes that for a failure.
            await input.CopyToAsync(Stream.Null, cancellationToken);
            return await TakeAsync(dataFolder, mail, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"The mail was not stored: {exception.GetType().Name}. Try again.");
            return TryAgain;
        }
    }

    private static async Task<int> TakeAsync(string? dataFolder, byte[] mail, CancellationToken cancellationToken)
    {
        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return TryAgain;
        await using var scope = app.Services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<TakeInMail>().RunAsync(mail, cancellationToken)).TryGet(out var taken, out var problem))
        {
            await Console.Out.WriteLineAsync($"{taken.OrderId}\t{KindWords.Of(taken.Kind)}\t{(taken.IsNew ? "new" : "known")}");
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync($"{problem.Code}: nothing was stored.");
        return problem.Code == "mail.invalid" ? NoMail : NoOrder;
    }
}
