using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common.Mail;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Replies;

/// <summary>Looks into the mailbox for answers, each minute where one is named, and takes each in.</summary>
/// <remarks>
/// A mail is marked as read only after it is stored: a crash between the two reads it again, and it is known by its
/// fingerprint. Each is stored by itself, so that one that cannot be stored holds up no other; it stays unread, and the look counts as failed.
/// </remarks>
internal sealed class FetchRepliesJob(ReplyOptions options, IServiceScopeFactory scopes, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "fetch-replies";

    /// <summary>Most mails of one look; the rest waits a minute.</summary>
    private const int MaxMails = 500;

    /// <summary>How long one look may take: half of the time for which this work is leased.</summary>
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(15);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (options.Host is not { Length: > 0 } host)
            return;
        var began = clock.GetTimestamp();
        await using var box = await ImapBox.OpenAsync(
            new(host, options.Port, options.IsEncrypted, options.UserName, options.Password, options.Folder), cancellationToken);
        DbUpdateException? failed = null;
        await foreach (var mail in box.NewAsync(MaxMails, MailLimits.MaxBytes + 1, cancellationToken))
        {
            try
            {
                if (await IsTakenAsync(mail, cancellationToken))
                    await box.MarkTakenAsync(mail, cancellationToken);
                else
                    await box.MarkStrangeAsync(mail, cancellationToken);
            }
            catch (DbUpdateException exception)
            {
                failed ??= exception;
            }

            if (clock.GetElapsedTime(began) > _most)
                break;
        }

        if (failed is not null)
            throw failed;
    }

    private async Task<bool> IsTakenAsync(ImapBox.Mail mail, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<TakeInMail>().RunAsync(mail.Bytes, cancellationToken)).TryGet(out _, out _);
    }
}
