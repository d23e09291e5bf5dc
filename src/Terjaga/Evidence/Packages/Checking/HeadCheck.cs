using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Whether the head of the log is the desk's, and since when it exists.</summary>
internal static class HeadCheck
{
    private const string FirstLine = "terjaga custody log";

    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>The head, where it is whole and signed; else null, and the checks say why.</summary>
    public static SignedHead? Check(PackageParts parts, ECDsa? key, CheckList checks)
    {
        const string Code = "head.signature";
        if (parts.Read(PackageNames.Head) is not { } text || parts.Read(PackageNames.HeadSignature) is not { } signature)
        {
            checks.Fail(Code, "The head of the log or its signature is missing.", PackageNames.Head);
            return null;
        }

        CheckStamp(text, parts.Read(PackageNames.Stamp), checks);
        var head = Read(text);
        if (head is null)
            checks.Fail(Code, "The head of the log is not four lines of the known form.", PackageNames.Head);
        else if (!DeskSignature.Fits(key, text, signature))
            checks.Fail(Code, "The head of the log is not signed with the key.", PackageNames.HeadSignature);
        else
            return Pass(head, checks, Code);
        return null;
    }

    private static SignedHead Pass(SignedHead head, CheckList checks, string code)
    {
        checks.Pass(code, string.Create(CultureInfo.InvariantCulture, $"The head of the log with {head.Size} entries of {head.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC is signed with the key."), PackageNames.Head);
        return head;
    }

    private static SignedHead? Read(byte[] text)
    {
        var root = new byte[Merkle.HashBytes];
        return Encoding.Latin1.GetString(text).Split('\n') is [FirstLine, var size, var hash, var at, ""]
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && Convert.TryFromBase64String(hash, root, out var length) && length == root.Length
            && DateTimeOffset.TryParseExact(at, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && new SignedHead(count, root, time, [], "", null) is var head && head.Text.AsSpan().SequenceEqual(text)
            ? head : null;
    }

    /// <remarks>Whether the authority is to be trusted is for the reader: no list of authorities is built in.</remarks>
    private static void CheckStamp(byte[] text, byte[]? stamp, CheckList checks)
    {
        const string Code = "head.stamp";
        if (stamp is null)
        {
            checks.Miss(Code, "No authority has stamped this head.");
            return;
        }

        try
        {
            if (Rfc3161TimestampToken.TryDecode(stamp, out var token, out var used) && used == stamp.Length
                && token.VerifySignatureForData(text, out var signer))
            {
                using (signer)
                    checks.Pass(Code, $"Stamped {token.TokenInfo.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC by {signer.Subject}, certificate SHA-256 {signer.GetCertHashString(HashAlgorithmName.SHA256)}. Check that you trust this authority.", PackageNames.Stamp);
                return;
            }
        }
        catch (CryptographicException)
        {
            // Told below.
        }

        checks.Fail(Code, "The time stamp is broken or belongs to something else.", PackageNames.Stamp);
    }
}
