using System.Runtime.CompilerServices;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace Terjaga.Common.Mail;

/// <summary>One folder of a mailbox that the operator named, open for as long as this lives.</summary>
internal sealed class ImapBox : IAsyncDisposable
{
    /// <summary>How long the server may take for one step.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly ImapClient _client;
    private readonly IMailFolder _folder;

    private ImapBox(ImapClient client, IMailFolder folder) => (_client, _folder) = (client, folder);

    /// <param name="UserName">And its password; without encryption only for a server on this machine.</param>
    public sealed record Place(string Host, int Port, bool IsEncrypted, string UserName, string Password, string Folder);

    /// <param name="Bytes">At most as many as were asked for.</param>
    public sealed record Mail(uint Id, byte[] Bytes);

    /// <summary>Throws what the server or the network says.</summary>
    public static async Task<ImapBox> OpenAsync(Place place, CancellationToken cancellationToken)
    {
        var client = new ImapClient { Timeout = (int)_patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(place.Host, place.Port, place.IsEncrypted ? SecureSocketOptions.Auto : SecureSocketOptions.None, cancellationToken);
            await client.AuthenticateAsync(place.UserName, place.Password, cancellationToken);
            var folder = await client.GetFolderAsync(place.Folder, cancellationToken);
            await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
            return new ImapBox(client, folder);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>The oldest mails that are neither read nor flagged; reading them here marks none.</summary>
    public async IAsyncEnumerable<Mail> NewAsync(int most, int maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = await _folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotFlagged), cancellationToken);
        foreach (var id in ids.Take(most))
        {
            await using var stream = await _folder.GetStreamAsync(id, 0, maxBytes, cancellationToken);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            yield return new(id.Id, bytes.ToArray());
        }
    }

    /// <summary>It is ours now: marked as read.</summary>
    public Task MarkTakenAsync(Mail mail, CancellationToken cancellationToken) => MarkAsync(mail, MessageFlags.Seen, cancellationToken);

    /// <summary>It is not ours, and a person should look at it: marked with a flag, and left unread.</summary>
    public Task MarkStrangeAsync(Mail mail, CancellationToken cancellationToken) => MarkAsync(mail, MessageFlags.Flagged, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
            await _client.DisconnectAsync(quit: true, CancellationToken.None);
        _client.Dispose();
    }

    private async Task MarkAsync(Mail mail, MessageFlags flags, CancellationToken cancellationToken) =>
        await _folder.StoreAsync(new UniqueId(mail.Id), new StoreFlagsRequest(StoreAction.Add, flags) { Silent = true }, cancellationToken);
}
