using MimeKit;
using MimeKit.Cryptography;

namespace Terjaga.Common.Mail;

/// <summary>Signs mail so that its receiver knows our domain sent it (DKIM, RFC 6376); a mail that is sent again has the same signature.</summary>
internal static class DkimSeal
{
    private static readonly HeaderId[] _signed =
    [
        HeaderId.From, HeaderId.ReplyTo, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.AutoSubmitted,
        HeaderId.MimeVersion, HeaderId.ContentType,
    ];

    /// <summary>Does nothing where no key is configured. Throws where its file cannot be read.</summary>
    public static void Sign(MimeMessage message, MailOptions options)
    {
        if (options is not { DkimKeyFile: { Length: > 0 } file, DkimSelector: { Length: > 0 } selector })
            return;
        var domain = options.DkimDomain is { Length: > 0 } named ? named : MailboxAddress.Parse(options.From).Domain;
        message.Prepare(EncodingConstraint.SevenBit);
        message.Headers.RemoveAll(HeaderId.DkimSignature);
        var signer = new Signer(file, domain, selector, message.Date)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
        signer.Sign(message, [.. _signed.Where(message.Headers.Contains)]);
    }

    /// <remarks>The time of the signature is the mail's own, not the clock's.</remarks>
    private sealed class Signer(string file, string domain, string selector, DateTimeOffset at)
        : DkimSigner(file, domain, selector, DkimSignatureAlgorithm.RsaSha256)
    {
        protected override long GetTimestamp() => at.ToUnixTimeSeconds();
    }
}
