using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Terjaga.Common.Http;

namespace Terjaga.Evidence.Custody;

/// <summary>Asks the authority when a head was there, and keeps its answer only if that is about this head and this question.</summary>
internal sealed class StampHead(GuardedClient client, StampOptions options)
{
    /// <summary>RFC 3161 section 3.4.</summary>
    private const string Question = "application/timestamp-query";

    /// <summary>Enough that no answer of another day fits by chance (64 bits, RFC 3161 section 2.4.1).</summary>
    private const int NonceBytes = 8;

    private static readonly Dictionary<string, string> _noHeaders = [];

    /// <summary>Whether there is an authority to ask.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(options.StampAuthority);

    /// <summary>Throws <see cref="StampException"/> where there is no answer, or one that does not fit; the head then stays as it was.</summary>
    public async Task RunAsync(TreeHead head, CancellationToken cancellationToken)
    {
        if (!WebAddress.Parse(options.StampAuthority).TryGet(out var authority, out var problem))
            throw new StampException(problem.Code);
        var text = head.ToSigned().Text;
        var request = Rfc3161TimestampRequest.CreateFromData(text, HashAlgorithmName.SHA256, nonce: Nonce(), requestSignerCertificates: true);
        var outcome = await client.PostAsync(authority, _noHeaders, request.Encode(), Question, cancellationToken);
        if (outcome.StatusCode != 200)
            throw new StampException(outcome.Code ?? $"status {outcome.StatusCode}");
        var token = Read(request, outcome.Body, text);
        head.Accept(token.AsSignedCms().Encode(), token.TokenInfo.Timestamp);
    }

    /// <summary>Checks status, hash and nonce, and the authority's signature; whom to trust as an authority, the reader decides.</summary>
    private static Rfc3161TimestampToken Read(Rfc3161TimestampRequest request, byte[] answer, byte[] text)
    {
        try
        {
            var token = request.ProcessResponse(answer, out var length);
            return length == answer.Length && token.VerifySignatureForData(text, out _)
                ? token
                : throw new StampException("the answer is not signed as a time stamp");
        }
        catch (CryptographicException exception)
        {
            throw new StampException(exception.Message);
        }
    }

    /// <remarks>Its first byte is neither 0 nor above 127: as a DER integer it keeps its length.</remarks>
    private static byte[] Nonce()
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        nonce[0] = (byte)((nonce[0] & 0x7F) | 1);
        return nonce;
    }
}
