using System.Security.Cryptography;
using Terjaga.Common.Storage;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Custody;

/// <summary>The key that signs the heads of the custody log: ECDSA on P-256, in a PEM file that its owner alone can read.</summary>
public sealed class CustodyKey
{
    /// <summary>P-256, as RFC 5480 section 2.1.1.1 names it.</summary>
    private const string Curve = "1.2.840.10045.3.1.7";

    private readonly string _pem;

    private CustodyKey(string pem, string publicKey) => (_pem, PublicKey) = (pem, publicKey);

    /// <summary>In PEM (SubjectPublicKeyInfo), as <c>openssl dgst -verify</c> reads it.</summary>
    public string PublicKey { get; }

    /// <summary>SHA-256 of the public key (its SubjectPublicKeyInfo in DER), lower-case hexadecimal: what people compare.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(PublicKey[PemEncoding.Find(PublicKey).Base64Data])));

    internal static string FileIn(StorageOptions storage) =>
        Path.Combine(Path.GetDirectoryName(storage.KeyFile) ?? storage.DataFolder, "custody.pem");

    /// <summary>Reads the file. Throws <see cref="DeskKeyException"/> if it is missing or damaged.</summary>
    internal static CustodyKey Load(string file)
    {
        if (!File.Exists(file))
            throw new DeskKeyException($"The key file {file} is missing. Without it the custody log cannot go on; put it back.");
        var pem = File.ReadAllText(file);
        using var key = Open(pem);
        return key is null
            ? throw new DeskKeyException($"The key file {file} is damaged: it must hold a private key of P-256 in PEM. Put the right one back.")
            : new(pem, key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    /// <summary>Makes the file, whole or not at all; one that another process made in the same moment stays.</summary>
    internal static void Create(string file)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".").FullName;
        var draft = Path.Combine(folder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    /// <summary>The key itself, for what signs more than a text.</summary>
    internal ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(_pem);
        return key;
    }

    /// <summary>ECDSA with SHA-256, in DER.</summary>
    internal byte[] Sign(byte[] text)
    {
        using var key = Open();
        return key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Whether a head bears the signature of the key in it.</summary>
    internal static bool IsSigned(SignedHead head)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(head.PublicKey);
        return key.VerifyData(head.Text, head.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static ECDsa? Open(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == Curve)
                return key;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            // Not a key, or a public one only: the caller says so.
        }

        key.Dispose();
        return null;
    }
}
