using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Terjaga.App.Accounts;

/// <summary>Opens what the desk sealed, and tells it from what somebody made up.</summary>
internal static class SealedText
{
    /// <summary>Null for what was not sealed by this desk for this use.</summary>
    public static string? Open(IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
