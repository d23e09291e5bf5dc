using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Takedown;

/// <summary>Signs a call so that its recipient knows it is ours, unchanged and fresh.</summary>
/// <remarks>Standard Webhooks 1.0.0, https://github.com/standard-webhooks/standard-webhooks: symmetric signature, version v1.</remarks>
public static class WebhookSignature
{
    /// <summary>What every secret begins with.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>Least and most random bytes of a secret.</summary>
    public const int MinSecretBytes = 24, MaxSecretBytes = 64;

    /// <summary>The three headers of a call.</summary>
    /// <param name="id">Stable for one notice: by it a recipient knows a repetition.</param>
    public static IReadOnlyDictionary<string, string> Headers(string secret, string id, DateTimeOffset at, byte[] body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return new Dictionary<string, string>
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed)),
        };
    }

    public static bool IsSecret(string? text)
    {
        var buffer = new byte[MaxSecretBytes];
        return text is not null && text.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[SecretPrefix.Length..], buffer, out var length)
            && length >= MinSecretBytes;
    }

    private static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[SecretPrefix.Length..]);
}
