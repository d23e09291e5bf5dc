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

    /// <summary>How far the clocks of two machines, and a call on its way, may be apart.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Version = "v1,";

    /// <summary>Signatures of one call that are looked at: two while a secret is changed, and some.</summary>
    private const int MaxSignatures = 8;

    /// <summary>The three headers of a call.</summary>
    /// <param name="id">Stable for one notice: by it a recipient knows a repetition.</param>
    public static IReadOnlyDictionary<string, string> Headers(string secret, string id, DateTimeOffset at, byte[] body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = Version + Convert.ToBase64String(Sign(secret, id, timestamp, body)),
        };
    }

    /// <summary>Whether a call that came is signed with the secret, and not older or newer than <see cref="Tolerance"/>.</summary>
    /// <param name="signatures">One or several, separated by spaces.</param>
    public static bool Verifies(string secret, string? id, string? timestamp, string? signatures, DateTimeOffset now, byte[] body)
    {
        if (string.IsNullOrEmpty(id) || timestamp is null || signatures is null
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var expected = Encoding.ASCII.GetBytes(Version + Convert.ToBase64String(Sign(secret, id, timestamp, body)));
        var isSigned = false;
        foreach (var signature in signatures.Split(' ', MaxSignatures))
            isSigned |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected);
        return isSigned;
    }

    public static bool IsSecret(string? text)
    {
        var buffer = new byte[MaxSecretBytes];
        return text is not null && text.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[SecretPrefix.Length..], buffer, out var length)
            && length >= MinSecretBytes;
    }

    private static byte[] Sign(string secret, string id, string timestamp, byte[] body) =>
        HMACSHA256.HashData(KeyOf(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);

    private static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[SecretPrefix.Length..]);
}
