using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Keys and signatures of a desk, as a stranger may have written them.</summary>
internal static class DeskSignature
{
    private const string Label = "PUBLIC KEY";

    /// <summary>The object identifier of the curve P-256 (RFC 5480 section 2.1.1.1).</summary>
    private const string Curve = "1.2.840.10045.3.1.7";

    /// <summary>Null where the text is no public key on P-256 in PEM. The caller disposes of it.</summary>
    public static ECDsa? ReadKey(byte[]? pem)
    {
        if (pem is null)
            return null;
        var text = Encoding.Latin1.GetString(pem);
        if (!PemEncoding.TryFind(text, out var fields) || !text.AsSpan()[fields.Label].SequenceEqual(Label))
            return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text[fields.Base64Data]), out _);
            if (key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true, Oid.Value: Curve })
                return key;
        }
        catch (CryptographicException)
        {
            // Told by the answer.
        }

        key.Dispose();
        return null;
    }

    public static bool Fits(ECDsa? key, byte[] bytes, byte[] signature) =>
        key is not null && key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>What <c>openssl pkey -pubin -outform DER | sha256sum</c> says, lower-case hexadecimal.</summary>
    public static string Fingerprint(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
