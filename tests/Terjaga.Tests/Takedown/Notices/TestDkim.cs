using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Terjaga.Common.Mail;

namespace Terjaga.Tests.Takedown.Notices;

/// <summary>A key that signs mail, in a file, and its public half as the DNS would say it.</summary>
internal sealed class TestDkim : DkimPublicKeyLocatorBase, IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    public string File { get; } = Path.GetTempFileName();

    public TestDkim() => System.IO.File.WriteAllText(File, _key.ExportRSAPrivateKeyPem());

    /// <summary>The bytes of the mail with its signature.</summary>
    public byte[] Sign(MimeMessage message)
    {
        using (message)
        {
            DkimSeal.Sign(message, new MailOptions { From = "desk@terjaga.example", DkimKeyFile = File, DkimSelector = "uji" });
            return SendMailTests.Bytes(message);
        }
    }

    public bool Verifies(MimeMessage message) => new DkimVerifier(this).Verify(
        message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)], TestContext.Current.CancellationToken);

    public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
    {
        Assert.Equal(("terjaga.example", "uji"), (domain, selector));
        return PublicKeyFactory.CreateKey(_key.ExportSubjectPublicKeyInfo());
    }

    public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));

    public void Dispose()
    {
        _key.Dispose();
        System.IO.File.Delete(File);
    }
}
