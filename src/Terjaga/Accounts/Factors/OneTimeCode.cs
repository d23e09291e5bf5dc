using OtpNet;

namespace Terjaga.Accounts.Factors;

/// <summary>The six digits of a code app: RFC 6238, with SHA-1 and half a minute, which every app knows.</summary>
internal static class OneTimeCode
{
    private const string Issuer = "Terjaga";

    /// <summary>As RFC 4226 recommends for SHA-1, in bytes.</summary>
    private const int KeyBytes = 20;

    /// <summary>Clocks that are half a minute apart still agree; RFC 6238 section 5.2.</summary>
    private static readonly VerificationWindow _window = new(previous: 1, future: 1);

    public static string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    /// <summary>What the picture for the app says.</summary>
    public static string Address(string key, string signInName) => new OtpUri(OtpType.Totp, key, signInName, Issuer).ToString();

    /// <summary>The step of half a minute that a code belongs to; null for a wrong code.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(now.UtcDateTime, code, out var step, _window) ? step : null;
}
