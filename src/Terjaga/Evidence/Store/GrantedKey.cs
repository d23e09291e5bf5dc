using System.Security.Cryptography;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>A grant and the key of its holder: together with the desk's key they open a content.</summary>
internal sealed class GrantedKey
{
    public required BlobGrant Grant { get; init; }

    public required EvidenceKey Key { get; init; }

    /// <summary>Null where the rows were changed, or sealed by another desk.</summary>
    public ContentKey? Open(DeskKey desk)
    {
        try
        {
            return Grant.Open(Key.Open(desk));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
